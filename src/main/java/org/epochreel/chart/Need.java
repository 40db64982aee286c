package org.epochreel.chart;

/** What a kind of panel has to be told of the model besides the metrics of its runs. */
public enum Need {
    /** The runs' curves in each frame, at the x that the drawer names. */
    CURVES,
    /** The parameters at every epoch, also at those that are not drawn, and how far they reach. */
    PARAMETERS
}
