/**
 * What a scene says, as plain values. Begin with {@link org.epochreel.scene.Scene}; {@code read} makes it from a file and
 * {@code canonical} writes it out again.
 */
package org.epochreel.scene;
