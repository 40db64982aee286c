/**
 * Files of a run on their way to their final names: temporary names, pending files, the process they belong to, and whose
 * a file is that is there already. Begin with {@link org.epochreel.files.PendingFile} and {@link
 * org.epochreel.files.OutputCheck}; nothing here knows more of a file than the hashes in its record.
 */
package org.epochreel.files;
