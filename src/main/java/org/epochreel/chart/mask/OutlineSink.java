package org.epochreel.chart.mask;

/** Takes in outlines of straight lines, in pixels, y downwards. */
interface OutlineSink {

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    /** Goes back to where the outline began. */
    void close();
}
