/**
 * The sound of a film, from a user's own track or made from the numbers of a training, as one AAC-LC track. The values
 * that pass between the rooms are here; what a file writer needs is an {@link org.epochreel.sound.AudioTrack}. Begin
 * with {@link org.epochreel.sound.track.SourceTrack} for a track that exists and with
 * {@link org.epochreel.sound.synth.Sonification} for one that is made.
 */
package org.epochreel.sound;
