package org.epochreel.chart.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    private static final String LONG =
            "Twelve neurons learn a wave by gradient descent, step by step, and then some more";

    private static final PanelShape FIT = new PanelShape() {
        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            return Optional.of(PanelAxes.ofData(spec));
        }

        @Override
        public boolean isMain() {
            return true;
        }

        @Override
        public double tickSpacing() {
            return 4;
        }
    };

    private static ChartSpec spec(Theme theme, int width, int height, String title, double greatestY) {
        ImmutableDoubleArray ends = ImmutableDoubleArray.of(-1, 1);
        return new ChartSpec(new FrameSize(width, height), theme, new Samples(ends, ends), new Range(-1, 1),
                new Range(-greatestY, greatestY), Headline.of(Optional.of(title)), AxisTexts.NONE,
                ImmutableList.of(new ReadoutCell("epoch", "0000"), new ReadoutCell("loss", "0.12345"),
                        new ReadoutCell("learning rate", "0.01")),
                ImmutableList.of(ShownRun.ofCurve(theme.ofRun(0))), Panels.FIT);
    }

    private static ChartLayout layout(Theme theme, int width, int height, String title) {
        return MainLayout.of(spec(theme, width, height, title, 10), FIT, TypefaceTest.TYPEFACES);
    }

    @ParameterizedTest
    @CsvSource({"320, 180", "432, 288", "540, 960", "640, 360", "1080, 1080", "500, 2000", "2000, 300"})
    void aLongTitleIsShownWholeAndNotSmallerThanTheReadout(int width, int height) {
        for (Theme theme : new Theme[] {Theme.PAPER, Theme.MIDNIGHT}) {
            ChartLayout layout = layout(theme, width, height, LONG);
            List<String> texts = layout.title().texts(LONG);
            assertFalse(texts.isEmpty(), "no title");
            assertEquals(LONG, String.join(" ", texts));
            for (int i = 0; i < texts.size(); i++) {
                TextPlace place = layout.title().lines().get(i);
                assertEquals(texts.get(i), place.typeface().fit(texts.get(i), place.size(), place.area().width));
                assertTrue(place.size() >= layout.cells().get(0).size(), place.toString());
            }
            assertEquals(3, layout.cells().size());
            assertTrue(layout.panels().get(0).plot().labelled(), "ticks have no labels");
        }
    }

    /** Title lengths around those at which a title no longer stands beside the readout. */
    @ParameterizedTest
    @ValueSource(ints = {640, 1280, 1920})
    void noTitleOfAnyLengthIsCutBesideTheReadout(int width) {
        for (int length = 1; length <= LONG.length(); length++) {
            String title = LONG.substring(0, length);
            ChartLayout layout = MainLayout.of(
                    spec(Theme.PAPER, width, width * 9 / 16, title, 1.00000001e8), FIT, TypefaceTest.TYPEFACES);
            List<String> texts = layout.title().texts(title);
            for (int i = 0; i < texts.size(); i++) {
                TextPlace place = layout.title().lines().get(i);
                assertEquals(texts.get(i), place.typeface().fit(texts.get(i), place.size(), place.area().width));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"160, 120", "200, 400", "320, 180", "432, 288", "540, 960", "1280, 720"})
    void textsOfOneHeaderDoNotOverlap(int width, int height) {
        for (Theme theme : new Theme[] {Theme.PAPER, Theme.BLOG}) {
            for (String title : new String[] {"A sine", LONG, LONG + " " + LONG}) {
                ChartLayout layout = layout(theme, width, height, title);
                List<Rectangle> inks = new ArrayList<>();
                layout.title().lines().forEach(place -> inks.add(ink(place)));
                layout.cells().forEach(place -> inks.add(ink(place)));
                layout.labels().forEach(label -> inks.add(ink(label.place())));
                for (int i = 0; i < inks.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        assertFalse(inks.get(i).intersects(inks.get(j)), inks.get(i) + " meets " + inks.get(j));
                    }
                }
            }
        }
    }

    /** Where letters may be: from capitals to descenders. */
    private static Rectangle ink(TextPlace place) {
        int top = (int) Math.ceil(place.baseline() - 0.75 * place.size());
        int bottom = (int) Math.floor(place.baseline() + 0.22 * place.size());
        return new Rectangle(place.area().x + 1, top, Math.max(0, place.area().width - 2), bottom - top);
    }

    @Test
    void theBlogsTitlesStandWhereTheyStood() {
        TextPlace place = layout(Theme.BLOG, 432, 288, "Linear data, neural net model").title().lines().get(0);
        assertEquals(29, place.baseline());
        assertEquals(12, place.size());
        assertEquals(0.5, place.alignment());
        assertEquals(1, layout(Theme.BLOG, 432, 288, "Linear data, neural net model").title().lines().size());
        assertEquals(2, layout(Theme.BLOG, 432, 288, LONG).title().lines().size());
    }

    @Test
    void numbersOfATitleDoNotMoveItsWords() {
        String widest = "After 0000 epochs of gradient descent, the network has learned to draw a wave";
        ChartLayout layout = layout(Theme.PAPER, 432, 288, widest);
        assertEquals(
                List.of("After \u2007\u2007\u20077 epochs of gradient descent,",
                        "the network has learned to draw a wave"),
                layout.title().texts(widest.replace("0000", "\u2007\u2007\u20077")));
        TextPlace place = layout.title().lines().get(0);
        assertEquals(
                place.typeface().width("0000 epochs", 100), place.typeface().width("\u2007\u2007\u20077 epochs", 100));
    }
}
