/**
 * Which moment of the training each frame of a film shows. Begin with {@link org.epochreel.render.pace.TimelinePlan};
 * all is decided before the first frame is drawn.
 */
package org.epochreel.render.pace;
