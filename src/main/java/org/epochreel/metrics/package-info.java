/**
 * The numbers of a training run as plain values: what training hands to drawing and to files. Begin with
 * {@link org.epochreel.metrics.Metrics}.
 */
package org.epochreel.metrics;
