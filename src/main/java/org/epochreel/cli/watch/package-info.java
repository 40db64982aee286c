/**
 * Doing a command's work anew at each save of a file that it reads. Begin with
 * {@link org.epochreel.cli.watch.Watching}.
 */
package org.epochreel.cli.watch;
