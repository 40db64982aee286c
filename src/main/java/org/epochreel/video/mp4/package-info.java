/**
 * The MP4 file: its header and its samples in order. Begin with {@link org.epochreel.video.mp4.Mp4Writer}.
 */
package org.epochreel.video.mp4;
