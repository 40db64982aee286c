package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis with given ticks whose labels are filled outlines and whose lines lie on whole pixels, just outside of the
 * data area. Where there is no far side, no label reaches beyond the data area's right end.
 */
@SuppressWarnings("serial") // nobody serialises a drawing
public final class LetteredAxis extends NumberAxis {

    /** Length of a mark without a label as a part of the way to the labels. */
    private static final double MINOR = 0.4;

    private final transient ImmutableList<Tick> ticks;
    private final transient Style style;

    /**
     * @param spine width of the axis line
     * @param opposite whether the far side of the data area has a line too
     * @param tickLength length of tick marks; 0 for none
     * @param labelled whether ticks carry labels
     * @param gap distance from tick marks to labels
     * @param size pixels per em of labels
     */
    public record Style(int spine, Color spineColor, boolean opposite, int tickLength, boolean labelled, double gap,
            Typeface typeface, double size, Color textColor) {

        public static Style of(Theme theme, double scale, PlotLayout layout, Typefaces typefaces) {
            boolean boxed = theme.composition() == Theme.Composition.BOXED;
            return new Style(layout.spine(), boxed ? hairline(theme, scale) : theme.palette().spine(), boxed,
                    (int) Math.rint(theme.lines().tick() * scale), layout.labelled(), theme.lines().tickGap() * scale,
                    typefaces.of(Typeface.Weight.REGULAR), layout.tickSize(), theme.palette().text());
        }

        // A line thinner than a pixel covers that pixel in part.
        private static Color hairline(Theme theme, double scale) {
            double cover = Math.min(1, theme.lines().spine() * scale);
            Color over = theme.palette().text();
            Color under = theme.palette().background();
            return new Color(mix(under.getRed(), over.getRed(), cover), mix(under.getGreen(), over.getGreen(), cover),
                    mix(under.getBlue(), over.getBlue(), cover));
        }

        private static int mix(int under, int over, double cover) {
            return (int) Math.rint(under + cover * (over - under));
        }
    }

    public LetteredAxis(double from, double to, ImmutableList<Tick> ticks, Style style) {
        this.ticks = ticks;
        this.style = style;
        setRange(from, to);
    }

    @Override
    public AxisState draw(Graphics2D g, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge,
            PlotRenderingInfo info) {
        AxisState state = new AxisState(cursor);
        state.setTicks(refreshTicks(g, state, dataArea, edge));
        boolean horizontal = edge == RectangleEdge.BOTTOM;
        g.setPaint(style.spineColor);
        drawSpines(g, dataArea, horizontal);
        for (Tick tick : ticks) {
            double at = valueToJava2D(tick.value(), dataArea, edge);
            int length = tick.isMinor() ? (int) Math.rint(MINOR * (style.tickLength + style.gap)) : style.tickLength;
            if (length > 0) {
                g.setPaint(style.spineColor);
                drawMark(g, at, length, dataArea, horizontal);
            }
            if (style.labelled && !tick.isMinor()) {
                g.setPaint(style.textColor);
                drawLabel(g, tick.label(), at, dataArea, horizontal);
            }
        }
        return state;
    }

    private void drawSpines(Graphics2D g, Rectangle2D area, boolean horizontal) {
        int x = (int) area.getMinX();
        int y = (int) area.getMinY();
        int right = (int) area.getMaxX();
        int bottom = (int) area.getMaxY();
        int spine = style.spine;
        int end = style.opposite ? spine : 0;
        if (horizontal) {
            g.fillRect(x - spine, bottom, right - x + spine + end, spine);
        } else {
            g.fillRect(x - spine, y - end, spine, bottom - y + end + spine);
        }
        if (style.opposite) {
            if (horizontal) {
                g.fillRect(x - spine, y - spine, right - x + 2 * spine, spine);
            } else {
                g.fillRect(right, y - spine, spine, bottom - y + 2 * spine);
            }
        }
    }

    private void drawMark(Graphics2D g, double at, int length, Rectangle2D area, boolean horizontal) {
        int start = (int) Math.floor(at - (style.spine - 1) / 2.0);
        if (horizontal) {
            g.fillRect(start, (int) area.getMaxY() + style.spine, style.spine, length);
        } else {
            g.fillRect((int) area.getMinX() - style.spine - length, start, length, style.spine);
        }
    }

    private void drawLabel(Graphics2D g, String label, double at, Rectangle2D area, boolean horizontal) {
        double width = style.typeface.width(label, style.size);
        double height = Typeface.CAP_HEIGHT * style.size;
        double away = style.spine + style.tickLength + style.gap;
        double x = horizontal ? at - width / 2 : area.getMinX() - away - width;
        if (horizontal && !style.opposite) {
            x = Math.min(x, area.getMaxX() - width);
        }
        double baseline = horizontal ? area.getMaxY() + away + height : at + height / 2;
        g.fill(style.typeface.outline(label, style.size, Math.rint(x), Math.rint(baseline)));
    }

    @Override
    @SuppressWarnings("rawtypes") // as the overridden method
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        List<ValueTick> marks = new ArrayList<>();
        for (Tick tick : ticks) {
            marks.add(new NumberTick(tick.value(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0));
        }
        return marks;
    }
}
