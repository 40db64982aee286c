package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.chart.Theme.Composition;
import org.epochreel.chart.Ticks.Tick;
import org.epochreel.frame.FrameSize;

/**
 * Where everything of a chart lies.
 *
 * @param scale factor from the theme's lengths to pixels
 * @param labels places and texts that never change
 * @param cells places of the readout's values
 */
record ChartLayout(
        double scale,
        PlotLayout plot,
        Optional<TextPlace> title,
        ImmutableList<Label> labels,
        ImmutableList<TextPlace> cells) {

    /** A text that never changes. */
    record Label(TextPlace place, String text) {}

    /** How much text a picture has room for. */
    private enum Detail {
        FULL,
        UNLABELLED,
        BARE
    }

    // Less than this of the picture's sides is no plot any more.
    private static final double LEAST_SHARE = 0.45;
    private static final double TALLEST = 1.25;
    private static final double LEAST_READABLE = 5;

    static ChartLayout of(ChartSpec spec, Typefaces typefaces) {
        Builder builder = null;
        for (Detail detail : Detail.values()) {
            builder = new Builder(spec, typefaces, detail);
            if (builder.fits()) {
                break;
            }
        }
        return builder.build();
    }

    private static final class Builder {

        private final ChartSpec spec;
        private final Theme theme;
        private final FrameSize size;
        private final Detail detail;
        private final double k;
        private final Typeface regular;
        private final Typeface titleFace;
        private final ImmutableList.Builder<Label> labels = ImmutableList.builder();
        private final ImmutableList.Builder<TextPlace> cells = ImmutableList.builder();
        private Optional<TextPlace> title = Optional.empty();
        private Rectangle2D box;
        private Rectangle inside;
        private ImmutableList<Tick> xTicks;
        private ImmutableList<Tick> yTicks;

        Builder(ChartSpec spec, Typefaces typefaces, Detail detail) {
            this.spec = spec;
            this.theme = spec.theme();
            this.size = spec.size();
            this.detail = detail;
            this.k = theme.scale(size);
            this.regular = typefaces.of(Typeface.Weight.REGULAR);
            this.titleFace = typefaces.of(theme.type().titleWeight());
            if (detail == Detail.BARE) {
                bare();
            } else if (theme.composition() == Composition.BOXED) {
                boxed();
            } else {
                open();
            }
        }

        boolean fits() {
            return inside.width >= LEAST_SHARE * size.width() && inside.height >= LEAST_SHARE * size.height();
        }

        ChartLayout build() {
            // In a picture of a few lines' height the texts would meet the plot.
            boolean clear = Stream.concat(title.stream(), cells.build().stream())
                    .noneMatch(place -> place.area().intersects(inside));
            if (!clear) {
                return new ChartLayout(k, plot(), Optional.empty(), ImmutableList.of(), ImmutableList.of());
            }
            return new ChartLayout(k, plot(), title, labels.build(), cells.build());
        }

        private PlotLayout plot() {
            return new PlotLayout(box, inside, spine(), xTicks, yTicks, detail == Detail.FULL);
        }

        private void bare() {
            int margin = Math.max(1, Math.min(size.width(), size.height()) / 32);
            inside = new Rectangle(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin);
            box = inside;
            marks();
        }

        private void boxed() {
            double left = 0.125 * size.width();
            double top = 0.12 * size.height();
            box = new Rectangle2D.Double(left, top, 0.9 * size.width() - left, 0.875 * size.height() - top);
            int spine = spine();
            int x = (int) Math.floor(box.getMinX()) + spine / 2 + 1;
            int y = (int) Math.floor(box.getMinY()) + spine / 2 + 1;
            inside = new Rectangle(x, y, (int) Math.floor(box.getMaxX()) - (spine - 1) / 2 - x,
                    (int) Math.floor(box.getMaxY()) - (spine - 1) / 2 - y);
            marks();
            int baseline = (int) Math.rint(top - 6 * k);
            double wide = Math.min(size.width() - 8 * k, 2 * (box.getCenterX() - 4 * k));
            if (spec.title().isPresent()) {
                title = Optional.of(TextPlace.line((int) (box.getCenterX() - wide / 2), (int) wide, baseline, titleFace,
                        shrunk(spec.title().get(), theme.type().title() * k, wide), theme.palette().title(), 0.5));
            }
            double foot = size.height() - Math.max(5 * k, 0.017 * size.height());
            readout(box.getMinX(), (int) Math.rint(foot));
        }

        private void open() {
            // Type has a least size, white space has none.
            double side = Math.min(size.width(), size.height());
            double outer = 0.055 * side;
            double textWidth = size.width() - 2 * outer;
            double titleSize = spec.title().map(t -> shrunk(t, theme.type().title() * k, textWidth)).orElse(0.0);
            double readoutSize = theme.type().readout() * k;
            double readoutWidth = readoutWidth(readoutSize);
            double titleWidth = spec.title().map(t -> titleFace.width(t, titleSize)).orElse(0.0);
            boolean oneRow = titleWidth == 0 || readoutWidth == 0
                    || titleWidth + readoutWidth + 2 * readoutSize <= textWidth;
            double firstRow = titleWidth > 0 ? titleSize : readoutSize;
            double header = titleWidth + readoutWidth == 0 ? 0
                    : Typeface.CAP_HEIGHT * firstRow + (oneRow ? 0 : 1.65 * readoutSize) + 0.041 * side;
            double labelRow = 1.5 * theme.type().label() * k;
            boolean labelled = detail == Detail.FULL;
            double above = header + (labelled && spec.yLabel().isPresent() ? labelRow : 0);
            double below = !labelled ? 0 : (theme.lines().tickGap() + theme.lines().spine()) * k
                    + Typeface.CAP_HEIGHT * theme.type().tick() * k + (spec.xLabel().isPresent() ? labelRow : 0);

            double height = size.height() - 2 * outer - above - below;
            height = Math.min(height, TALLEST * textWidth);
            double top = (size.height() - height - above - below) / 2;
            inside = new Rectangle(0, (int) Math.rint(top + above), size.width(), (int) Math.rint(height));
            yTicks = Ticks.within(spec.y(), intervals(height, 4.2, 5));
            double tickWidth = 0;
            for (Tick tick : yTicks) {
                tickWidth = Math.max(tickWidth, regular.width(tick.label(), theme.type().tick() * k));
            }
            double left = outer + (labelled ? tickWidth + theme.lines().tickGap() * k : 0);
            inside.x = (int) Math.rint(left) + spine();
            inside.width = size.width() - (int) Math.rint(outer) - inside.x;
            box = inside;
            xTicks = Ticks.within(spec.x(), intervals(inside.width, 5, 8));
            openHeader(top, titleSize, readoutSize, readoutWidth, oneRow);
            if (labelled) {
                axisLabels(labelRow);
            }
        }

        private void openHeader(double top, double titleSize, double readoutSize, double readoutWidth, boolean oneRow) {
            double firstRow = titleSize > 0 ? titleSize : readoutSize;
            int baseline = (int) Math.rint(top + Typeface.CAP_HEIGHT * firstRow);
            int right = inside.x + inside.width;
            int left = inside.x - spine();
            boolean besideTitle = oneRow && readoutWidth > 0;
            if (titleSize > 0) {
                int width = right - left - (besideTitle ? (int) (readoutWidth + readoutSize) : 0);
                title = Optional.of(TextPlace.line(left, Math.max(1, width), baseline, titleFace, titleSize,
                        theme.palette().title(), 0));
            }
            if (readoutWidth > 0) {
                boolean atRight = besideTitle && titleSize > 0;
                readout(atRight ? right - readoutWidth : left,
                        oneRow ? baseline : baseline + (int) Math.rint(1.65 * readoutSize));
            }
        }

        private void axisLabels(double labelRow) {
            double labelSize = theme.type().label() * k;
            if (spec.yLabel().isPresent()) {
                labels.add(new Label(TextPlace.line(inside.x - spine(), inside.width, inside.y - (int) (0.45 * labelRow),
                        regular, labelSize, theme.palette().muted(), 0), spec.yLabel().get()));
            }
            if (spec.xLabel().isPresent()) {
                double ticks = (theme.lines().tickGap() + Typeface.CAP_HEIGHT * theme.type().tick()) * k;
                labels.add(new Label(TextPlace.line(inside.x, inside.width,
                        inside.y + inside.height + spine() + (int) (ticks + 0.95 * labelRow), regular, labelSize,
                        theme.palette().muted(), 1), spec.xLabel().get()));
            }
        }

        private void marks() {
            xTicks = Ticks.within(spec.x(), intervals(inside.width, 3, 9));
            yTicks = Ticks.within(spec.y(), intervals(inside.height, 2, 9));
        }

        private int intervals(double pixels, double ems, int most) {
            return (int) Math.max(1, Math.min(most, pixels / (ems * theme.type().tick() * k)));
        }

        private double readoutWidth(double em) {
            double width = 0;
            for (ReadoutCell cell : spec.readout()) {
                width += labelWidth(cell, em) + valueWidth(cell, em) + 1.3 * em;
            }
            return Math.max(0, width - 1.3 * em);
        }

        private double labelWidth(ReadoutCell cell, double em) {
            return cell.label().isEmpty() ? 0 : regular.width(cell.label(), em) + 0.4 * em;
        }

        private double valueWidth(ReadoutCell cell, double em) {
            return Math.ceil(regular.width(cell.widest(), em)) + 1;
        }

        private void readout(double x, int baseline) {
            double em = theme.type().readout() * k;
            double room = size.width() - x - 4;
            double needed = readoutWidth(em);
            if (needed > room) {
                em *= room / needed;
            }
            if (em < LEAST_READABLE) {
                return;
            }
            for (ReadoutCell cell : spec.readout()) {
                double label = labelWidth(cell, em);
                if (label > 0) {
                    labels.add(new Label(TextPlace.line((int) Math.rint(x), (int) Math.ceil(label) + 1, baseline, regular,
                            em, theme.palette().muted(), 0), cell.label()));
                }
                int value = (int) valueWidth(cell, em);
                cells.add(TextPlace.line((int) Math.rint(x + label), value, baseline, regular, em,
                        theme.palette().text(), 0));
                x += label + value + 1.3 * em;
            }
        }

        private double shrunk(String text, double em, double width) {
            double natural = titleFace.width(text, em);
            return natural <= width ? em : Math.max(0.6 * em, em * width / natural);
        }

        private int spine() {
            return (int) Math.max(1, Math.rint(theme.lines().spine() * k));
        }
    }
}
