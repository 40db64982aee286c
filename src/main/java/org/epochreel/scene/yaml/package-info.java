/**
 * YAML as a tree in which every node knows its place in the file, and the mistakes found in it. One class,
 * {@link org.epochreel.scene.yaml.YamlReader}, knows the library.
 */
package org.epochreel.scene.yaml;
