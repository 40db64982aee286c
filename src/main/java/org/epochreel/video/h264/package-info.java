/**
 * An H.264 encoder for drawn pictures of which little changes: its cost is that of the macroblocks that changed. Clause
 * numbers in the comments are those of ITU-T Recommendation H.264. Begin with
 * {@link org.epochreel.video.h264.H264Encoder}.
 *
 * <p>Below it: {@code IntraPicture}, {@code InterPicture} and {@code BidirectionalPicture} (of the pictures between, which
 * {@code GroupInterior} gathers) decide how each macroblock is predicted, {@code Transform} and {@code Quantiser} code
 * what prediction leaves, and {@code IntraSyntax}, {@code InterSyntax}, {@code BidirectionalSyntax} and
 * {@code ResidualSyntax} write both through the {@code CabacEncoder}.
 */
package org.epochreel.video.h264;
