package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups of keys in a scene file, and the keys of each: the reader's whole vocabulary of keys. */
enum SectionKind {
    SCENE("", "schema", "title", "data", "model", "network", "initialisation", "training", "video",
            "seeds"),

    DATA("data", "x", "y", "csv", "noise", "seed", "test"),
    INPUTS("data.x", "grid", "uniform"),
    GRID("data.x.grid", "from", "to", "count"),
    UNIFORM_INPUTS("data.x.uniform", "from", "to", "count"),
    TARGET("data.y", "linear", "quadratic", "sinusoidal", "expression"),
    LINEAR("data.y.linear", "a", "b"),
    QUADRATIC("data.y.quadratic", "a", "b", "c"),
    SINUSOIDAL("data.y.sinusoidal", "a", "b", "c", "d"),
    CSV("data.csv", "file", "x", "y"),
    TEST("data.test", "count", "file"),

    NETWORK("network", "hidden", "activation", "output", "bias"),

    INITIALISATION("initialisation", "seed", "scheme", "layout", "biases", "scale", "parameters"),
    SCHEME("initialisation.scheme", "normal", "uniform"),
    NORMAL_SCHEME("initialisation.scheme.normal", "sd"),
    UNIFORM_SCHEME("initialisation.scheme.uniform", "from", "to"),
    PARAMETERS("initialisation.parameters", "weights", "biases", "a", "b", "c", "d", "file"),

    TRAINING("training", "loss", "optimiser", "learning-rate", "cutoffs", "decay", "batch-size", "seed", "l2", "epochs",
            "stop"),
    OPTIMISER("training.optimiser", "momentum", "adam", "rmsprop"),
    MOMENTUM("training.optimiser.momentum", "beta"),
    ADAM("training.optimiser.adam", "beta1", "beta2", "epsilon"),
    RMSPROP("training.optimiser.rmsprop", "alpha", "epsilon"),
    CUTOFF("training.cutoffs", "at-epoch", "loss-below", "loss-change-below", "over", "not-before", "angle-above",
            "learning-rate"),
    DECAY("training.decay", "exponential", "cosine"),
    EXPONENTIAL("training.decay.exponential", "factor", "every"),
    COSINE("training.decay.cosine", "to", "over"),
    STOP("training.stop", "loss-below", "loss-change-below", "over", "not-before"),

    VIDEO("video", "size", "fps", "frames", "hold", "theme", "trails", "neurons", "readout", "axes", "panels"),
    FRAMES("video.frames", "every", "count", "pace"),
    HOLD("video.hold", "first", "last"),
    AXES("video.axes", "x", "y", "fit");

    private final String place;
    private final ImmutableList<String> keys;

    SectionKind(String place, String... keys) {
        this.place = place;
        this.keys = ImmutableList.copyOf(keys);
    }

    ImmutableList<String> keys() {
        return keys;
    }

    /** As the JSON Schema names the group's definition: {@code UNIFORM_INPUTS} as {@code uniform-inputs}. */
    String definition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path of a key that stands in the wrong group, if exactly one of the groups at the top has it. */
    static Optional<String> pathOf(String key) {
        ImmutableList<SectionKind> owners = Arrays.stream(values())
                .filter(kind -> kind.place.indexOf('.') < 0 && kind.keys.contains(key))
                .collect(ImmutableList.toImmutableList());
        if (owners.size() != 1) {
            return Optional.empty();
        }
        String place = owners.get(0).place;
        return Optional.of(place.isEmpty() ? key : place + "." + key);
    }
}
