package org.epochreel.render.plan;

import org.epochreel.scene.Story.Note;

/**
 * One of an author's notes and the frames of the film that show it.
 *
 * @param from the first of them
 * @param to the one after the last
 */
public record TimedNote(Note note, int from, int to) {}
