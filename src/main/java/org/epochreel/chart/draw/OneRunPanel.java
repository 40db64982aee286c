package org.epochreel.chart.draw;

import org.epochreel.chart.FrameContents;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.panel.Panel;
import org.epochreel.frame.MacroblockSet;

/**
 * A panel that shows one of a chart's runs as if there were no other.
 *
 * @param run counted from 0
 */
record OneRunPanel(Panel panel, int run) implements Panel {

    @Override
    public boolean needsStill(FrameContents contents) {
        return panel.needsStill(contents.ofRun(run));
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        panel.drawStill(canvas, contents.ofRun(run));
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        panel.drawMoving(canvas, still, contents.ofRun(run), touched);
    }
}
