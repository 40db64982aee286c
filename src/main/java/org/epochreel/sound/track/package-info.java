/**
 * A user's own track: WAV is encoded, AAC-LC from ADTS or MP4 is copied. Begin with
 * {@link org.epochreel.sound.track.SourceTrack}; it, {@link org.epochreel.sound.track.TrackEdit} and
 * {@link org.epochreel.sound.track.TrackException} are for use from outside.
 */
package org.epochreel.sound.track;
