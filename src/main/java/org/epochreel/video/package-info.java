/**
 * Frames become an MP4 file: colour conversion, H.264 and the container, each a station of its own. Begin with
 * {@link org.epochreel.video.VideoFile}, which wires them.
 */
package org.epochreel.video;
