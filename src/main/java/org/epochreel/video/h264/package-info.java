/**
 * An H.264 encoder for drawn pictures of which little changes: its cost is that of the macroblocks that changed. Clause
 * numbers in the comments are those of ITU-T Recommendation H.264. Begin with
 * {@link org.epochreel.video.h264.H264Encoder}.
 *
 * <p>Below it: {@code IntraPicture}, {@code PSlicePicture} and {@code BSlicePicture} (of the pictures between, which
 * {@code GroupInterior} gathers) wire a picture; {@code macroblock} decides how each macroblock is predicted from what
 * {@code predict} offers, {@code residual} codes what prediction leaves, {@code syntax} writes both through {@code cabac}.
 */
package org.epochreel.video.h264;
