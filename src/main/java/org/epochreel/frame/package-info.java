/**
 * Pictures as plain numbers: what drawing hands to encoding. Begin with {@link org.epochreel.frame.Frame}.
 */
package org.epochreel.frame;
