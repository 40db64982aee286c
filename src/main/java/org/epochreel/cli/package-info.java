/**
 * The command line: arguments in, paths on standard output, everything else on standard error, an exit code. Begin
 * with {@link org.epochreel.cli.Main}.
 */
package org.epochreel.cli;
