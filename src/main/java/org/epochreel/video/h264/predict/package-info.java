/**
 * Prediction of macroblocks from the same and from other pictures (ITU-T H.264, clauses 8.3 and 8.4).
 */
package org.epochreel.video.h264.predict;
