/** The keys of what the frames show. Begin with {@link org.epochreel.scene.read.video.VideoKeys}. */
package org.epochreel.scene.read.video;
