/**
 * Losses, a class each: what they add up over samples, and its derivative. Begin with
 * {@link org.epochreel.training.loss.LossFunction}, which alone is for use from outside.
 */
package org.epochreel.training.loss;
