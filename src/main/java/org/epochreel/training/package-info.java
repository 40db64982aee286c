/**
 * Gradient descent on a model's parameters and what it measures on the way. Begin with
 * {@link org.epochreel.training.Training}.
 */
package org.epochreel.training;
