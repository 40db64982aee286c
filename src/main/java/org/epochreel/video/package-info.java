/**
 * Frames become an MP4 file: colour conversion, H.264 and the container, each a station of its own. Begin with
 * {@link org.epochreel.video.VideoFormat}, which opens a {@link org.epochreel.frame.FrameSink} of any format, and
 * {@link org.epochreel.video.VideoFile}, which wires the stations of an MP4.
 */
package org.epochreel.video;
