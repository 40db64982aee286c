/**
 * Scene files: what they say, every mistake in them, and their canonical form. Begin with
 * {@link org.epochreel.scene.SceneReader}.
 */
package org.epochreel.scene;
