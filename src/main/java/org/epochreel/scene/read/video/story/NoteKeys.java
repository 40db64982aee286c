package org.epochreel.scene.read.video.story;

import static org.epochreel.scene.key.Types.text;
import static org.epochreel.scene.key.Types.whole;

import java.time.Duration;
import java.util.Optional;
import org.epochreel.font.GlyphReport;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Story.Note;
import org.epochreel.scene.Story.Note.At;
import org.epochreel.scene.Story.Note.At.Place;
import org.epochreel.scene.VideoSpec.Font;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.video.format.TimeType;

/** The keys of an item of {@code video.notes}. */
final class NoteKeys extends Group<Note> {

    private final LastEpoch lastEpoch;
    private final Key<Font> font;
    private final Key<Integer> atEpoch = key("at-epoch", whole(0, Limits.MAX_EPOCHS)).alsoCalled("epoch", "from", "when")
            .required("252", "The epoch from which on the note is seen.");
    private final Key<String> words = key("text", text("\"here the rate rises\"")).alsoCalled("note", "words", "say")
            .required("\"here the rate rises\"", "What it says.");
    private final Key<Duration> time = key("for", new TimeType()).alsoCalled("time", "duration", "seconds").orElse(
            Duration.ofSeconds(3), "3s", "How long it is seen.");
    private final Key<At> at = key("at", new NotePlaceType()).alsoCalled("place", "position", "where").orElse(Place.CURVE,
            "[2.5, 40]", "Where it is seen: in free space near the curve, near a point [x, y] in the data's units, or as"
                    + " the caption, in the line under the plot.");

    NoteKeys(LastEpoch lastEpoch, Key<Font> font) {
        super("video.notes", "A text that is seen for a while.");
        this.lastEpoch = lastEpoch;
        this.font = font;
    }

    @Override
    protected Optional<Note> read(Section note) {
        lastEpoch.check(note, atEpoch);
        Optional<Integer> epoch = note.find(atEpoch);
        Optional<String> said = note.find(words);
        if (said.filter(String::isBlank).isPresent()) {
            note.mistake(words, "the note says nothing; write its text, or remove the note");
            return Optional.empty();
        }
        said.ifPresent(text -> warn(text, note));
        return epoch.flatMap(from -> said.map(text -> new Note(from, text, note.get(time), note.get(at))));
    }

    private void warn(String text, Section note) {
        GlyphReport.of(text, note.parent().orElseThrow().find(font).map(Font::face))
                .forEach(notice -> note.value(words).orElseThrow().warnAt(notice.index(), notice.sentence()));
    }

    @Override
    protected void write(Note note, Members members) {
        members.put(atEpoch, note.epoch()).put(words, note.text()).put(time, note.time()).put(at, note.at());
    }
}
