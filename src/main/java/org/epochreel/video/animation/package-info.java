/**
 * Films as pictures that move by themselves, GIF and APNG, and as folders of stills. Begin with
 * {@link org.epochreel.video.animation.GifFile}.
 */
package org.epochreel.video.animation;
