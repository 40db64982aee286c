/**
 * What panels want to see of a run's model, as plain values, and what they are told. Begin with
 * {@link org.epochreel.chart.wanted.Wanted}.
 */
package org.epochreel.chart.wanted;
