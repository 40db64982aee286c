/**
 * Pictures for print: what a picture consists of as a list of instructions, and files of them, SVG and PDF, whose bytes
 * depend on the instructions alone. Begin with {@link org.epochreel.print.Sheet}. Knows nothing of what is shown.
 */
package org.epochreel.print;
