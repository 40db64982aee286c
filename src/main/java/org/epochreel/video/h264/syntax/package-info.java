/**
 * The syntax elements of parameter sets, slice headers and macroblocks in their order (ITU-T H.264, clause 7.3).
 */
package org.epochreel.video.h264.syntax;
