/**
 * Decodes AAC-LC (ISO/IEC 14496-3, subpart 4), so that a coded track can be made louder or faded, and checks tracks
 * that are copied. Begin with {@link org.epochreel.sound.aac.decode.AacDecoder}, which alone is for use from outside.
 */
package org.epochreel.sound.aac.decode;
