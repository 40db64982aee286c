/**
 * AAC-LC after ISO/IEC 14496-3, subpart 4: samples become access units. Begin with
 * {@link org.epochreel.sound.aac.AacEncoder}, whose one method wires block switching, filter bank, psychoacoustic model,
 * stereo, quantisation and syntax. From outside use it, {@link org.epochreel.sound.aac.AacDecoder} and
 * {@link org.epochreel.sound.aac.AudioSpecificConfig}.
 */
package org.epochreel.sound.aac;
