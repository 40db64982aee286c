/**
 * From samples to lines and what of them can be heard: windows and transform, block switching, masking, stereo. Begin
 * with {@link org.epochreel.sound.aac.spectrum.ChannelAnalysis}. For the rooms of AAC only.
 */
package org.epochreel.sound.aac.spectrum;
