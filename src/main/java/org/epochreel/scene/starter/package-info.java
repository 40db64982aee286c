/**
 * Scenes made for somebody's own table. Begin with {@link org.epochreel.scene.starter.TableScene}.
 */
package org.epochreel.scene.starter;
