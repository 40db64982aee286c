/**
 * An H.264 encoder for drawn pictures of which little changes: its cost is that of the macroblocks that changed. Clause
 * numbers in the comments are those of ITU-T Recommendation H.264. Begin with
 * {@link org.epochreel.video.h264.H264Encoder}.
 *
 * <p>Below it: {@code IntraPicture} and {@code InterPicture} decide how each macroblock is predicted,
 * {@code Transform} and {@code Quantiser} code what prediction leaves, {@code IntraSyntax}, {@code InterSyntax} and
 * {@code ResidualSyntax} write both through the {@code CabacEncoder}.
 */
package org.epochreel.video.h264;
