/**
 * From marked YAML to a {@link org.epochreel.scene.Scene}, or to all of a file's mistakes at once. Begin with
 * {@link org.epochreel.scene.read.SceneReader}.
 */
package org.epochreel.scene.read;
