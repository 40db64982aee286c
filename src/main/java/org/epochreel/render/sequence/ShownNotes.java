package org.epochreel.render.sequence;

import com.google.common.collect.ImmutableList;
import org.epochreel.chart.ShownNote;
import org.epochreel.render.plan.TimedNote;
import org.epochreel.scene.Story.Note.At;

/** Which of an author's notes each frame shows. */
final class ShownNotes {

    /** Frames in which a note comes, and in which it goes. */
    private static final int FADE = 10;

    private final ImmutableList<TimedNote> all;

    ShownNotes(ImmutableList<TimedNote> all) {
        this.all = all;
    }

    ImmutableList<ShownNote> at(int frame) {
        return all.stream()
                .filter(each -> each.from() <= frame && frame < each.to())
                .map(each -> new ShownNote(each.note().text(), place(each.note().at()), opacity(each, frame)))
                .collect(ImmutableList.toImmutableList());
    }

    private static double opacity(TimedNote note, int frame) {
        int fade = Math.min(FADE, (note.to() - note.from() + 1) / 2);
        return Math.min(1, Math.min(frame - note.from() + 1, note.to() - frame) / (double) fade);
    }

    private static ShownNote.At place(At at) {
        if (at instanceof At.Point point) {
            return new ShownNote.At.Point(point.x(), point.y());
        }
        return at == At.Place.CAPTION ? new ShownNote.At.Caption() : new ShownNote.At.Curve();
    }
}
