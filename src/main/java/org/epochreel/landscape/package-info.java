/**
 * The loss over a plane of a model's parameters, in numbers: planes, grids of losses, lines of equal loss. Begin with
 * {@link org.epochreel.landscape.Landscape}.
 */
package org.epochreel.landscape;
