/**
 * The choice of each macroblock's prediction by its price in bits and error.
 */
package org.epochreel.video.h264.macroblock;
