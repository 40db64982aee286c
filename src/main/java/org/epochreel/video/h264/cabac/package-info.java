/**
 * Bits of a slice, plain and arithmetically coded (ITU-T H.264, clauses 7.2 and 9.3).
 */
package org.epochreel.video.h264.cabac;
