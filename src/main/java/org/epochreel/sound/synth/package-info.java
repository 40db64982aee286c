/**
 * Sound made from the numbers of a training. Begin with {@link org.epochreel.sound.synth.Sonification}; it,
 * {@link org.epochreel.sound.synth.TrainingTimeline}, {@link org.epochreel.sound.synth.SoundForm},
 * {@link org.epochreel.sound.synth.Scale} and {@link org.epochreel.sound.synth.Tuning} are for use from outside.
 */
package org.epochreel.sound.synth;
