/**
 * A scene written out with every default in place: what the record shows and what its hash is taken of. Begin with
 * {@link org.epochreel.scene.canonical.ResolvedScene}.
 */
package org.epochreel.scene.canonical;
