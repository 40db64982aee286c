/**
 * What is known of a video before its first frame is drawn: the first run, the frames' epochs, frozen axes, and what
 * each frame shows. Begin with {@link org.epochreel.render.plan.Plan}; the renderer above draws and encodes what is
 * planned here.
 */
package org.epochreel.render.plan;
