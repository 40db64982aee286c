/** Work on samples: another rate, loudness, the last word on peaks. Everything here may be used from outside. */
package org.epochreel.sound.pcm;
