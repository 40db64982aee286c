package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/** A panel of the picture, with the settings of its own that its kind has, if it has any. */
public sealed interface PanelSpec {

    PanelKind kind();

    /** What scenes call it, whatever its settings. */
    default String word() {
        return Choice.text(kind());
    }

    /** A panel that its kind says everything about. */
    record Plain(PanelKind kind) implements PanelSpec {}

    /**
     * The loss over a plane of the parameters.
     *
     * @param along the names of the two parameters that span the plane; nothing where they are found
     * @param span how much of the plane is seen at least; nothing where the runs' paths say so
     * @param grid positions along each side at which the loss is measured
     * @param seed of a random plane's directions
     */
    record Landscape(PlaneChoice plane, Optional<ImmutableList<String>> along, Optional<Span> span, int grid,
            BigInteger seed) implements PanelSpec {

        /** A landscape whose settings are all left out. */
        public static final Landscape USUAL = new Landscape(PlaneChoice.AUTO, Optional.empty(),
                Optional.empty(), 61, BigInteger.ZERO);

        @Override
        public PanelKind kind() {
            return PanelKind.LANDSCAPE;
        }
    }

    /** The parameters, as one of several pictures. */
    record Weights(WeightsAs as) implements PanelSpec {

        /** Weights whose settings are left out. */
        public static final Weights USUAL = new Weights(WeightsAs.LINES);

        @Override
        public PanelKind kind() {
            return as == WeightsAs.LINES ? PanelKind.WEIGHTS : PanelKind.WEIGHT_HISTOGRAM;
        }

        @Override
        public String word() {
            return Choice.text(PanelKind.WEIGHTS);
        }
    }

    /** What shows the parameters. */
    enum WeightsAs {
        /** Each over epochs. */
        LINES,
        /** How many of them have which values now. */
        HISTOGRAM
    }

    /** Which plane of the parameters. */
    enum PlaneChoice {
        /** Exact for a model of two parameters, two parameters for one of three, else the trajectory's. */
        AUTO,
        EXACT,
        PARAMETERS,
        TRAJECTORY,
        RANDOM
    }

    /** A part of a plane. */
    sealed interface Span {

        /** So far from the run's end in each of the four directions. */
        record Around(double reach) implements Span {}

        /** From one position to another along the plane's first and its second direction. */
        record Limits(Range first, Range second) implements Span {}
    }

    /** A panel whose settings are left out, if it has any. */
    static PanelSpec of(PanelKind kind) {
        return switch (kind) {
            case LANDSCAPE -> Landscape.USUAL;
            case WEIGHTS -> Weights.USUAL;
            case WEIGHT_HISTOGRAM -> new Weights(WeightsAs.HISTOGRAM);
            default -> new Plain(kind);
        };
    }
}
