package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.Telling;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.font.Face;
import org.epochreel.font.GlyphLine.Placed;
import org.epochreel.print.Instruction;
import org.epochreel.print.Sheet;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"blog", "paper", "midnight"})
    void curvesTrailsNeuronsAndChipsAreDrawnByPensAlone(String theme) {
        ChartSpec spec = Charts.spec(864, 576, theme(theme));
        ChartDrawer drawer = ChartDrawer.forPrint(spec, TypefaceTest.TYPEFACES);
        RunCurves run = new RunCurves(curve(drawer, 15),
                ImmutableList.of(curve(drawer, 14), curve(drawer, 12)), Optional.of(curve(drawer, 3)),
                ImmutableList.of(curve(drawer, -5)));
        FrameContents contents = new FrameContents(0, 0, Charts.contents(run).headline(),
                ImmutableList.of("1", "2", "3"), ImmutableList.of(run), new Telling(
                        Optional.of(new RateEvent(7, "1e\u22125", "0.003", true, 1, ImmutableList.of())),
                        ImmutableList.of(), Optional.of("diverged at epoch 7")));
        compare(drawer, contents);
    }

    /** A landscape is a picture of pixels. */
    private static final ImmutableList<PanelKind> LINES = Dashboards.ALL.stream()
            .filter(kind -> kind != PanelKind.LANDSCAPE).collect(ImmutableList.toImmutableList());

    @ParameterizedTest
    @ValueSource(strings = {"blog", "paper", "midnight"})
    void panelsOfLinesAndPointsAreDrawnByPensAlone(String theme) {
        // More than a picture holds.
        for (ImmutableList<PanelKind> some : ImmutableList.of(LINES.subList(0, 5), LINES.subList(5, LINES.size()))) {
            compare(some, theme(theme));
        }
    }

    private static void compare(ImmutableList<PanelKind> kinds, Theme theme) {
        ChartSpec spec = Dashboards.spec(
                Charts.spec(1280, 720, theme), kinds, Dashboards.metrics(400, true), 90, 210);
        ChartDrawer drawer = ChartDrawer.forPrint(spec, TypefaceTest.TYPEFACES);
        FrameContents contents = Dashboards.at(300, Charts.contents(curve(drawer, 20), "1", "2", "3"));
        Dashboards.addEpochs(drawer, -1, 300);
        compare(drawer, contents);
    }

    @Test
    void theSheetSaysWhatThePictureSays() {
        ChartDrawer drawer = ChartDrawer.forPrint(Charts.spec(864, 576, Theme.PAPER), TypefaceTest.TYPEFACES);
        drawer.draw(Charts.contents(curve(drawer, 20), "17", "0.25", "1e\u22125"));
        StringBuilder said = new StringBuilder();
        drawer.sheet().instructions().stream()
                .filter(Instruction.Words.class::isInstance)
                .map(Instruction.Words.class::cast)
                .forEach(words -> {
                    words.line().glyphs().forEach(placed -> said.appendCodePoint(placed.character()));
                    said.append('|');
                });
        for (String text : new String[] {"Linear data, neural net model", "epoch", "17", "loss", "0.25"}) {
            assertTrue(said.toString().contains(text + "|"), said.toString());
        }
    }

    private static Theme theme(String name) {
        return switch (name) {
            case "blog" -> Theme.BLOG;
            case "paper" -> Theme.PAPER;
            default -> Theme.MIDNIGHT;
        };
    }

    private static ImmutableDoubleArray curve(ChartDrawer drawer, double height) {
        return Charts.curve(drawer, x -> height * StrictMath.sin(0.7 * x));
    }

    // The platform's own pens follow the instructions; they antialias a little otherwise.
    private static void compare(ChartDrawer drawer, FrameContents contents) {
        int[] expected = drawer.draw(contents).pixels().clone();
        Sheet sheet = drawer.sheet();
        assertEquals(0, sheet.instructions().stream().filter(Instruction.Pixels.class::isInstance).count());
        int[] drawn = draw(sheet);
        double sum = 0;
        int far = 0;
        for (int i = 0; i < expected.length; i++) {
            int difference = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                difference = Math.max(difference, Math.abs((expected[i] >> shift & 0xFF) - (drawn[i] >> shift & 0xFF)));
            }
            sum += difference;
            far += difference > 96 ? 1 : 0;
        }
        assertTrue(sum / expected.length < 0.5, "mean difference " + sum / expected.length);
        assertTrue(far < expected.length * 2e-4, far + " pixels differ much");
    }

    private static int[] draw(Sheet sheet) {
        int width = sheet.size().width();
        int height = sheet.size().height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (Instruction instruction : sheet.instructions()) {
            g.setClip(instruction.clip().orElse(new Rectangle(width, height)));
            if (instruction instanceof Instruction.Fill fill) {
                g.setPaint(fill.color());
                g.fill(fill.shape());
            } else if (instruction instanceof Instruction.Line line) {
                g.setPaint(line.color());
                g.setStroke(line.isDashed()
                        ? new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                                new float[] {(float) line.dash(), (float) line.gap()}, 0)
                        : new BasicStroke((float) line.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(line.path());
            } else if (instruction instanceof Instruction.Dots dots) {
                g.setPaint(dots.color());
                double size = dots.diameter();
                for (Point2D centre : dots.centres()) {
                    g.fill(new Ellipse2D.Double(centre.getX() - size / 2, centre.getY() - size / 2, size, size));
                }
            } else if (instruction instanceof Instruction.Words words) {
                write(g, words, words.color());
            }
        }
        g.dispose();
        return image.getRGB(0, 0, width, height, null, 0, width);
    }

    private static void write(Graphics2D g, Instruction.Words words, Color color) {
        g.setPaint(color);
        double scale = words.size() / Face.UNITS;
        for (Placed placed : words.line().glyphs()) {
            AffineTransform place = AffineTransform.getTranslateInstance(words.x(), words.y());
            if (words.upwards()) {
                place.rotate(-StrictMath.PI / 2);
            }
            place.scale(scale, -scale);
            place.translate(placed.x(), placed.y());
            g.fill(place.createTransformedShape(placed.glyph().curves()));
        }
    }
}
