package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.axis.Ticks.Tick;

/**
 * The marks of an axis.
 *
 * @param note what belongs to every mark and is written once
 */
public record Marks(ImmutableList<Tick> ticks, Optional<Note> note) {

    /**
     * What is written once instead of at every mark, such as a year or a large number that all values share.
     *
     * @param alone how it reads where the axis has no label
     * @param afterLabel how it reads after the axis's label
     */
    record Note(String alone, String afterLabel) {}

    /** What stands at the axis's end: its label and its note, as far as there are any. */
    public Optional<String> text(Optional<String> label) {
        return label.isPresent()
                ? label.map(text -> text + note.map(Note::afterLabel).orElse(""))
                : note.map(Note::alone);
    }
}
