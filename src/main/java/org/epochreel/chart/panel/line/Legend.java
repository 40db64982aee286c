package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.panel.Annotations;

/** Words in a panel's heading row, each before a point in the colour of what it names. */
public final class Legend {

    private static final double SWATCH = 0.75;

    private final ImmutableList<Word> words;
    private final Color textColor;

    /** What lines are called and their colour. */
    record Word(String text, Color color) {}

    Legend(ImmutableList<Word> words, Color textColor) {
        this.words = words;
        this.textColor = textColor;
    }

    /** The names of a chart's runs. */
    public static Legend ofRuns(ChartSpec spec) {
        return new Legend(spec.runs().stream()
                .map(run -> new Word(run.name(), run.color()))
                .collect(ImmutableList.toImmutableList()), spec.theme().palette().text());
    }

    /** Pixels that it takes. */
    public double width(Annotations pen) {
        double width = -pen.em();
        for (Word word : words) {
            width += pen.width(word.text) + (1 + SWATCH) * pen.em();
        }
        return Math.max(0, width);
    }

    /** Writes itself beside the panel's name; it must fit there. */
    public void write(Annotations pen, String name) {
        double indent = width(pen);
        for (Word word : words) {
            indent -= SWATCH * pen.em();
            pen.headingSwatch(indent, word.color);
            indent -= pen.width(word.text);
            pen.headingValue(word.text, indent, name, textColor);
            indent -= pen.em();
        }
    }

    /** Writes the panel's name and that it is over epochs, and itself where there is room for it. */
    void writeOverEpochs(Annotations pen, String name, String brief) {
        boolean fits = pen.fitsHeading(width(pen), name);
        pen.nameOverEpochs(name, brief, fits ? width(pen) : 0);
        if (fits) {
            write(pen, name);
        }
    }
}
