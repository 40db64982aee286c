package org.epochreel.chart.panel.network;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.List;
import org.epochreel.chart.ShownNetwork;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.network.NetworkPlaces.Column;
import org.epochreel.chart.panel.network.NetworkPlaces.Look;
import org.epochreel.chart.panel.network.NetworkPlaces.Tile;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.text.PictureNumber;

/** All that is written about a network: heading, names, how many neurons are not shown, and the key of the edges. */
final class NetworkKey {

    private static final String NAME = "network";
    private static final double[] PARTS = {1, 0.45, 0.05};
    private static final double[] SWATCHES = {30, 22, 15};
    private static final double SWATCH_GAP = 0.3;

    private final PanelSite site;
    private final ShownNetwork network;
    private final NetworkPlaces places;
    private final double reach;
    private final double least;
    private final double most;
    private final Theme theme;
    private final double em;
    private final Typeface regular;
    private final Typeface strong;
    private final ImmutableList.Builder<Mark> marks = ImmutableList.builder();

    NetworkKey(PanelSite site, ShownNetwork network, NetworkPlaces places, double reach, double least, double most) {
        this.site = site;
        this.network = network;
        this.places = places;
        this.reach = reach;
        this.least = least;
        this.most = most;
        this.theme = site.theme();
        this.em = theme.type().small() * site.scale();
        this.regular = site.typefaces().of(Typeface.Weight.REGULAR);
        this.strong = site.typefaces().of(theme.type().titleWeight());
    }

    /** The smallest of 1, 2, 3, 5 and 7 times a power of ten that is not below a number. */
    static double round(double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            return 1;
        }
        BigDecimal exact = new BigDecimal(number);
        int exponent = exact.precision() - exact.scale() - 1;
        for (int mantissa : new int[] {1, 2, 3, 5, 7}) {
            BigDecimal found = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
            if (found.compareTo(exact) >= 0) {
                return found.doubleValue();
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1).doubleValue();
    }

    ImmutableList<Mark> marks() {
        site.layout().heading().ifPresent(this::heading);
        if (site.layout().plot().labelled()) {
            inputNames();
            outputNames();
            places.columns().forEach(this::rest);
            edges();
        }
        return marks.build();
    }

    private void heading(TextPlace place) {
        double width = place.typeface().width(NAME, place.size());
        marks.add(new Mark.Words(NAME, place.area().x, place.baseline(), width, place.typeface(), place.size(),
                place.color()));
        String input = network.rawInputs() == 1 ? "x" : "the plane";
        List<String> remarks = switch (places.look()) {
            case CURVE -> List.of("each tile: a neuron over " + input);
            case MAP -> List.of("each tile: what a neuron says over " + input, "each tile: a neuron over " + input);
            case IMAGE -> List.of("each image: a neuron\u2019s weights for the " + pixels(), "weights for the " + pixels());
            case NAMES -> List.of("");
        };
        double gap = 0.3 * place.size();
        for (String remark : remarks) {
            double wide = regular.width(remark, place.size());
            if (!remark.isEmpty() && width + gap + wide <= place.area().width) {
                marks.add(new Mark.Words(remark, place.area().x + Math.rint(width + gap), place.baseline(), wide, regular,
                        place.size(), theme.palette().muted()));
                return;
            }
        }
    }

    private String pixels() {
        int side = NetworkPlaces.side(network.inputs().size());
        return side + " \u00D7 " + side + " pixels";
    }

    private double capital() {
        return Typeface.CAP_HEIGHT * em;
    }

    private void text(String text, double x, double baseline, Typeface typeface, Color color) {
        marks.add(new Mark.Words(text, Math.rint(x), (int) Math.rint(baseline), typeface.width(text, em), typeface, em,
                color));
    }

    private static Column last(NetworkPlaces places) {
        return places.columns().get(places.columns().size() - 1);
    }

    private void inputNames() {
        Column column = places.columns().get(0);
        below(column, network.inputs(), theme.palette().text());
    }

    private void below(Column column, ImmutableList<String> names, Color color) {
        double pitch = column.tiles().size() < 2 ? Double.POSITIVE_INFINITY
                : column.tiles().get(1).area().y - column.tiles().get(0).area().getMaxY();
        for (Tile tile : column.tiles()) {
            Rectangle area = tile.area();
            String name = regular.fit(names.get(tile.neuron()), em, area.width + 2 * em);
            boolean within = places.look() == Look.NAMES || places.look() == Look.IMAGE;
            boolean fits = !within && pitch > 1.2 * em && area.getMaxY() + 1.3 * em < places.inside().getMaxY() + em;
            if (fits) {
                text(name, area.getCenterX() - regular.width(name, em) / 2, area.getMaxY() + 0.4 * em + capital(), regular,
                        color);
            } else if (within && area.height > em) {
                String shown = regular.fit(name, em, area.width - 0.2 * em);
                text(shown, area.getCenterX() - regular.width(shown, em) / 2, area.getCenterY() + capital() / 2, regular,
                        color);
            }
        }
    }

    private void outputNames() {
        Column column = last(places);
        if (column.tiles().isEmpty()) {
            return;
        }
        Rectangle area = column.tiles().get(0).area();
        double baseline = column.bottom() + 0.45 * em + capital();
        if (!network.outputs().isEmpty()) {
            below(column, network.outputs(), theme.palette().text());
        } else if (network.classes().size() == 2) {
            String first = network.classes().get(0);
            String second = network.classes().get(1);
            double wide = strong.width(second, em);
            if (strong.width(first, em) + wide + em < area.width) {
                text(first, area.x, baseline, strong, theme.palette().curve());
                text(second, area.getMaxX() - wide, baseline, strong, theme.palette().second());
            }
        } else if (places.look() == Look.CURVE) {
            String text = "the sum: the fit";
            double wide = strong.width(text, em);
            if (wide < area.width + em) {
                text(text, area.getMaxX() - wide, baseline, strong, theme.palette().curve());
            }
        }
    }

    private void rest(Column column) {
        if (column.tiles().isEmpty()) {
            return;
        }
        Rectangle first = column.tiles().get(0).area();
        if (column.more() > 0) {
            String more = "+ " + column.more();
            double baseline = Math.min(column.bottom() + 0.3 * em + capital(), site.layout().cell().getMaxY() - 0.2 * em);
            text(more, first.getCenterX() - regular.width(more, em) / 2, baseline, regular, theme.palette().muted());
        }
        if (column.byContribution() && column.tiles().size() > 2 && first.height > em) {
            double left = first.x - 0.4 * em;
            double room = first.x - places.columns().get(0).right() - 1.2 * em;
            String least = "least of the fit";
            if (regular.width(least, em) < 0.62 * room) {
                text("most", left - regular.width("most", em), first.y + capital(), regular, theme.palette().muted());
                text(least, left - regular.width(least, em), column.bottom(), regular, theme.palette().muted());
            }
        }
    }

    /** The key of the edges' widths, under the output or, where there is no room, nowhere. */
    private void edges() {
        for (double swatch : SWATCHES) {
            if (edges(swatch * site.scale())) {
                return;
            }
        }
    }

    private boolean edges(double swatch) {
        double gap = SWATCH_GAP * swatch;
        double width = 6 * swatch + 5 * gap;
        double right = places.inside().getMaxX();
        double bottom = places.inside().getMaxY();
        double top = bottom - 2.6 * em - (places.look() == Look.MAP ? 2.9 * em : 0);
        Column output = last(places);
        Column before = places.columns().get(places.columns().size() - 2);
        double left = right - width;
        double taken = output.bottom() + (network.outputs().isEmpty() && network.classes().isEmpty()
                && places.look() != Look.CURVE ? 0.4 : 1.6) * em;
        double label = regular.width("weight", em) + 0.8 * em;
        boolean clear = output.tiles().isEmpty() || before.tiles().isEmpty() || before.bottom() < top - em
                ? left - label > places.inside().x : left - label > before.right() + 1.2 * em;
        if (top < taken || !clear) {
            return false;
        }
        double y = bottom - 1.9 * em;
        text("weight", left - label, y + capital() / 2, regular, theme.palette().muted());
        for (int i = 0; i < 6; i++) {
            double share = i < 3 ? PARTS[i] : PARTS[5 - i];
            double x = left + i * (swatch + gap);
            double stroke = least + share * most;
            Color color = i < 3 ? theme.palette().curve() : theme.palette().second();
            int high = (int) Math.max(1, Math.rint(stroke));
            marks.add(new Bar(new Rectangle((int) Math.rint(x), (int) Math.rint(y - high / 2.0), (int) Math.rint(swatch), high),
                    part -> color.getRGB() & 0xFFFFFF));
        }
        String number = PictureNumber.rate(reach);
        text("\u2212" + number, left + swatch / 2 - regular.width("\u2212" + number, em) / 2, bottom, regular,
                theme.palette().muted());
        text(number, right - swatch / 2 - regular.width(number, em) / 2, bottom, regular, theme.palette().muted());
        if (places.look() == Look.MAP) {
            ramp(left, right, y - 1.9 * em, label);
        }
        return true;
    }

    private void ramp(double left, double right, double y, double label) {
        text("output", left - label, y + capital() / 2, regular, theme.palette().muted());
        TileLook.Ramp ramp = new TileLook.Ramp(theme, 0.62);
        double stroke = Math.max(3, 12 * site.scale());
        int from = (int) Math.rint(left);
        int to = (int) Math.rint(right);
        marks.add(new Bar(new Rectangle(from, (int) Math.rint(y - stroke / 2), to - from, (int) Math.rint(stroke)), ramp::at));
        ShownNetwork.Scale scale = network.scales().get(1);
        String low = number(scale.middle() - scale.reach());
        String high = number(scale.middle() + scale.reach());
        text(low, left, y - 0.8 * em, regular, theme.palette().muted());
        text(high, right - regular.width(high, em), y - 0.8 * em, regular, theme.palette().muted());
    }

    private static String number(double value) {
        String text = PictureNumber.rate(Math.abs(value));
        return value < 0 ? "\u2212" + text : text;
    }
}
