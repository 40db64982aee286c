/**
 * Runs that were trained elsewhere: what a model gave at every epoch, and its log. Begin with
 * {@link org.epochreel.data.recorded.Recording}; arrays of numbers come from
 * {@link org.epochreel.data.recorded.ArrayFile}.
 */
package org.epochreel.data.recorded;
