package org.epochreel.chart.pen;

import java.util.EnumMap;
import java.util.Map;

/** The typefaces of drawings, each read when it is first needed; drawers of one run share them. Thread-safe. */
public final class Typefaces {

    private final Map<Typeface.Weight, Typeface> loaded = new EnumMap<>(Typeface.Weight.class);

    public synchronized Typeface of(Typeface.Weight weight) {
        return loaded.computeIfAbsent(weight, Typeface::load);
    }
}
