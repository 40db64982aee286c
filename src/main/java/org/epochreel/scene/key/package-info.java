/**
 * What a key is: its name, type, default and meaning, declared once; from this a scene is read, written and described.
 * Begin with {@link org.epochreel.scene.key.Group}; the keys themselves are declared in {@code scene.read}.
 */
package org.epochreel.scene.key;
