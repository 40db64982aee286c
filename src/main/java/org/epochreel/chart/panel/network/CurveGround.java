package org.epochreel.chart.panel.network;

import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.ShownNetwork;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.data.Samples;

/** What lies under a tile's curve: the line of the middle and, under the network's own, the points. */
final class CurveGround {

    private static final double DOT = 5;
    private static final int MOST_DOTS = 400;

    private final PanelSite site;
    private final ShownNetwork.Scale range;
    private final boolean withPoints;

    CurveGround(PanelSite site, ShownNetwork network, ShownNetwork.Scale range, boolean withPoints) {
        this.site = site;
        this.range = range;
        this.withPoints = withPoints && network.classes().isEmpty();
    }

    int[] of(Rectangle area) {
        Color ground = site.theme().palette().background();
        int[] pixels = TileLook.plain(area, ground);
        Color line = site.theme().palette().grid().orElse(new Color(0xDDDDDD));
        int thick = (int) Math.max(1, Math.rint(1.6 * site.scale()));
        int top = (int) Math.rint(TileLook.CurveLook.pixelY(range.middle(), range, area.height) - thick / 2.0);
        for (int row = Math.max(0, top); row < Math.min(area.height, top + thick); row++) {
            for (int column = 0; column < area.width; column++) {
                pixels[row * area.width + column] = line.getRGB() & 0xFFFFFF;
            }
        }
        if (withPoints) {
            addPoints(pixels, area);
        }
        return pixels;
    }

    private void addPoints(int[] pixels, Rectangle area) {
        Samples points = site.spec().points();
        if (points.inputs().width() != 1 || points.outputs().width() != 1 || points.count() > MOST_DOTS) {
            return;
        }
        Rectangle local = new Rectangle(area.width, area.height);
        Coverage coverage = new Coverage(local);
        Strips ignored = new Strips(local);
        double from = site.spec().x().from();
        double span = site.spec().x().to() - from;
        for (int i = 0; i < points.count(); i++) {
            double x = (points.x().get(i) - from) / span * area.width;
            double y = TileLook.CurveLook.pixelY(points.y().get(i), range, area.height);
            coverage.addLine(x, y, x, y, Math.max(1.5, DOT * site.scale()), ignored);
        }
        coverage.paint(pixels, area.width, local, new Tint(site.theme().palette().dot()));
    }
}
