/** Files that a scene names. Begin with {@link org.epochreel.scene.read.file.FileName}. */
package org.epochreel.scene.read.file;
