/**
 * Files of a run on their way to their final names: temporary names, pending files, and the process they belong to.
 * Begin with {@link org.epochreel.files.PendingFile}; nothing here knows what is in a file.
 */
package org.epochreel.files;
