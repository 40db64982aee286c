/**
 * What converter, encoder and file hand on to each other: pictures, access units, parameter sets, and where keyframes
 * lie.
 */
package org.epochreel.video.stream;
