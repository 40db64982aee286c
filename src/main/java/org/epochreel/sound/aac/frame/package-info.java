/**
 * From lines to an access unit: scale factors, quantised lines, sections, all within the rate. Begin with
 * {@link org.epochreel.sound.aac.frame.RateControl}. For the rooms of AAC only.
 */
package org.epochreel.sound.aac.frame;
