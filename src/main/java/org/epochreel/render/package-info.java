/**
 * One scene becomes its files: training, drawing and encoding wired together. Begin with
 * {@link org.epochreel.render.SceneRenderer}, which names the stations in their order.
 */
package org.epochreel.render;
