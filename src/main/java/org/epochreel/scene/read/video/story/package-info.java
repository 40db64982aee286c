/** The keys of what a film tells over time. Begin with {@link org.epochreel.scene.read.video.story.StoryKeys}. */
package org.epochreel.scene.read.video.story;
