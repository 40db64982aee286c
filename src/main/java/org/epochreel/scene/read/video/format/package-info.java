/** The keys of the film's frames as such and of its files. */
package org.epochreel.scene.read.video.format;
