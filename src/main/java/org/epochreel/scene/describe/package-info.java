/**
 * Describes scenes to people and editors, from the same declarations of keys by which they are read. Begin with
 * {@link org.epochreel.scene.describe.Descriptions}.
 */
package org.epochreel.scene.describe;
