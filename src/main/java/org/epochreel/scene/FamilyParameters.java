package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import org.epochreel.network.CurveFamily;

/** What scenes call the parameters of a family of curves. */
public final class FamilyParameters {

    private static final ImmutableList<String> NAMES = ImmutableList.of("a", "b", "c", "d");

    private FamilyParameters() {}

    public static ImmutableList<String> names(CurveFamily family) {
        return NAMES.subList(0, switch (family) {
            case LINEAR -> 2;
            case QUADRATIC -> 3;
            case SINUSOIDAL -> 4;
        });
    }
}
