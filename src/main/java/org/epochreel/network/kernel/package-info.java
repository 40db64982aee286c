/**
 * Loops over arrays: activations, softmax, products of rows. They know no layers and no models. Used by
 * {@code network}, and {@link org.epochreel.network.kernel.Softmax} by the loss that belongs to it; not from elsewhere.
 */
package org.epochreel.network.kernel;
