/**
 * Transform, quantisation and coding of what prediction leaves over (ITU-T H.264, clauses 8.5 and 7.3.5.3).
 */
package org.epochreel.video.h264.residual;
