package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.wanted.Answers;

/** What a field shows: classes or values. */
interface FieldLook {

    FieldColors colors();

    FieldLines lines();

    /** What lies over field and lines, from back to front. */
    ImmutableList<Optional<Mark>> points(Answers answers);

    /** What of the key never changes. */
    ImmutableList<Mark> key(Rectangle aside);

    /** What of the key changes. */
    ImmutableList<Mark> values(Rectangle aside, Answers answers);
}
