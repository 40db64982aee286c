/** The keys of the points to learn from. Begin with {@link org.epochreel.scene.read.data.DataKeys}. */
package org.epochreel.scene.read.data;
