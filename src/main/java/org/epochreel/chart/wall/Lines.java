package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;

/** Writes lines of text that change weight and colour within. Not for several threads at a time. */
final class Lines {

    private final Typefaces typefaces;
    private final Lettering lettering = new Lettering();

    Lines(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** A part of a line. */
    record Part(String text, Typeface.Weight weight, Color color) {

        static Part regular(String text, Color color) {
            return new Part(text, Typeface.Weight.REGULAR, color);
        }

        static Part strong(String text, Color color) {
            return new Part(text, Typeface.Weight.SEMIBOLD, color);
        }
    }

    double width(List<Part> parts, double size) {
        return parts.stream().mapToDouble(part -> width(part, size)).sum();
    }

    double width(Part part, double size) {
        return typefaces.of(part.weight).width(part.text, size);
    }

    /**
     * Writes a line, cut where it is wider than {@code clip}.
     *
     * @param alignment 0 begins at {@code x}, 0.5 has its middle there, 1 ends there
     */
    void write(Canvas canvas, Rectangle clip, List<Part> parts, double size, double x, int baseline, double alignment) {
        double width = width(parts, size);
        double at = Math.rint(x - alignment * width);
        Rectangle within = canvas.within(clip);
        if (width > clip.width + 1 && parts.size() == 1) {
            Typeface typeface = typefaces.of(parts.get(0).weight);
            String shown = typeface.fit(parts.get(0).text, size, clip.width);
            double left = Math.rint(clip.x + alignment * (clip.width - typeface.width(shown, size)));
            lettering.write(canvas, within, typeface, size, shown, left, baseline, parts.get(0).color);
            return;
        }
        for (Part part : parts) {
            lettering.write(canvas, within, typefaces.of(part.weight), size, part.text, at, baseline, part.color);
            at += width(part, size);
        }
    }

    /**
     * A text in as few lines as {@code width} allows, cut after commas if that is enough, else between words; a word that
     * is wider stays whole.
     */
    ImmutableList<String> wrapped(String text, Typeface.Weight weight, double size, double width) {
        Typeface typeface = typefaces.of(weight);
        ImmutableList<String> lines = wrapped(text.split("(?<=,) "), typeface, size, width);
        return lines.stream().allMatch(line -> typeface.width(line, size) <= width)
                ? lines : wrapped(text.split(" "), typeface, size, width);
    }

    private static ImmutableList<String> wrapped(String[] parts, Typeface typeface, double size, double width) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        String line = "";
        for (String word : parts) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && typeface.width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        return lines.add(line).build();
    }
}
