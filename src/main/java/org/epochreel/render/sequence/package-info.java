/**
 * Says in numbers and words what each frame of a planned film shows. Begin with
 * {@link org.epochreel.render.sequence.FrameSequence}.
 */
package org.epochreel.render.sequence;
