package org.epochreel.render.beside;

import org.epochreel.render.pace.Timeline;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.plan.TimedNote;
import org.epochreel.text.JsonText;

/** Writes into the record which moment of the training each frame of a film shows. */
public final class FilmTimes {

    /** Positions are told to a millionth of an epoch. */
    private static final double DIGITS = 1e6;

    private FilmTimes() {}

    /**
     * Writes {@code frame_epochs}: runs of frames [first frame, its position in epochs, how much further each frame is than
     * the one before], {@code poster_epoch}, and the notes that were seen.
     */
    public static void write(Plan plan, JsonText json) {
        Timeline timeline = plan.timeline();
        json.key("frame_epochs").beginArray();
        int frames = timeline.frameCount();
        for (int first = 0; first < frames;) {
            double step = first + 1 < frames ? position(timeline, first + 1) - position(timeline, first) : 0;
            int next = first + 1;
            while (next < frames && position(timeline, next) == position(timeline, first) + (next - first) * step) {
                next++;
            }
            json.beginArray().value(first).value(rounded(position(timeline, first))).value(rounded(next == first + 1 ? 0 : step));
            json.endArray();
            first = next;
        }
        json.endArray();
        json.key("poster_epoch").value(plan.posterEpoch());
        if (!plan.notes().isEmpty()) {
            json.key("notes").beginArray();
            for (TimedNote note : plan.notes()) {
                json.beginObject().key("epoch").value(note.note().epoch()).key("frame").value(note.from())
                        .key("text").value(note.note().text()).endObject();
            }
            json.endArray();
        }
    }

    private static double position(Timeline timeline, int frame) {
        return timeline.position(timeline.indexAt(frame));
    }

    private static double rounded(double number) {
        return Math.rint(number * DIGITS) / DIGITS;
    }
}
