/**
 * What a command says while it works, on a terminal and elsewhere. Begin with {@link
 * org.epochreel.cli.progress.Progress}.
 */
package org.epochreel.cli.progress;
