package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;

/** Some frames of a film side by side in one picture, each with words under it, and the film's title above them. */
public final class ContactSheet {

    private static final int COLUMNS = 4;
    private static final int LONGEST_SIDE = 480;
    private static final int MARGIN = 36;
    private static final int GAP = 28;
    private static final int HEAD = 72;
    private static final int TITLE_BASELINE = 50;
    private static final int WORDS = 34;
    private static final int WORDS_BASELINE = 24;
    private static final double TITLE_EM = 30;
    private static final double EM = 17;

    private final FrameSize cell;
    private final FrameSize size;
    private final Theme theme;
    private final Typeface regular;
    private final Lettering lettering = new Lettering();
    private final Canvas canvas;
    private int count;

    /**
     * A quantity under a frame.
     *
     * @param marked whether it is told in the curve's colour
     */
    public record Word(String name, String value, boolean marked) {}

    /** @param frames how many there will be at the most */
    public ContactSheet(String title, FrameSize cell, int frames, Theme theme, Typefaces typefaces) {
        int columns = Math.min(COLUMNS, frames);
        int rows = (frames + columns - 1) / columns;
        this.cell = cell;
        this.size = new FrameSize(2 * MARGIN + columns * cell.width() + (columns - 1) * GAP,
                HEAD + rows * (cell.height() + WORDS) + (rows - 1) * GAP + MARGIN);
        this.theme = theme;
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.canvas = Canvas.of(size, theme.palette().background());
        Typeface heading = typefaces.of(Typeface.Weight.SEMIBOLD);
        Rectangle head = new Rectangle(MARGIN, 0, size.width() - 2 * MARGIN, HEAD);
        lettering.write(canvas, head, heading, TITLE_EM, heading.fit(title, TITLE_EM, head.width), MARGIN,
                TITLE_BASELINE, theme.palette().title());
    }

    /** The size of a frame on the sheet, whose shape is about the film's. */
    public static FrameSize cell(FrameSize film) {
        double scale = (double) LONGEST_SIDE / Math.max(film.width(), film.height());
        return new FrameSize(side(scale * film.width()), side(scale * film.height()));
    }

    private static int side(double pixels) {
        return Math.max(FrameSize.MIN_SIDE, 2 * (int) Math.rint(pixels / 2));
    }

    /** Adds a frame behind the others. */
    public void add(Frame frame, ImmutableList<Word> words) {
        int columns = (size.width() - 2 * MARGIN + GAP) / (cell.width() + GAP);
        int left = MARGIN + count % columns * (cell.width() + GAP);
        int top = HEAD + count / columns * (cell.height() + WORDS + GAP);
        for (int row = 0; row < cell.height(); row++) {
            System.arraycopy(frame.pixels(), row * cell.width(), canvas.pixels(), (top + row) * size.width() + left,
                    cell.width());
        }
        double x = left;
        for (Word word : words) {
            Color color = word.marked ? theme.palette().curve() : theme.palette().text();
            x = write(word.name, x, left, top, theme.palette().muted()) + 0.35 * EM;
            x = write(word.value, x, left, top, color) + 1.2 * EM;
        }
        count++;
    }

    private double write(String text, double x, int left, int top, Color color) {
        Rectangle strip = new Rectangle(left, top + cell.height(), cell.width(), WORDS);
        lettering.write(canvas, strip, regular, EM, text, Math.rint(x), top + cell.height() + WORDS_BASELINE, color);
        return x + regular.width(text, EM);
    }

    public FrameSize size() {
        return size;
    }

    /** 0x00RRGGBB row by row. */
    public int[] pixels() {
        canvas.clearOpacity(new Rectangle(size.width(), size.height()));
        return canvas.pixels();
    }
}
