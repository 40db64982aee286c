package org.epochreel.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.data.DataSource;
import org.epochreel.data.Expression;
import org.epochreel.data.ExpressionException;
import org.epochreel.data.Inputs;
import org.epochreel.data.PointShape;
import org.epochreel.data.RowInputs;
import org.epochreel.data.Scales;
import org.epochreel.data.Target;

/** The data of a reference file's scenes. */
public final class ReferenceData {

    private ReferenceData() {}

    /** What stands under {@code data}: points of a figure, or a formula over x that is drawn uniformly. */
    public static DataSource of(Reference data) {
        double noise = data.has("noise") ? data.at("noise").number() : 0;
        BigInteger seed = data.at("seed").seed();
        if (!data.has("points") && (data.at("x").has("grid") || data.at("x").at("uniform").at("from").isList())) {
            return surface(data, noise, seed);
        }
        OptionalInt test = data.has("test")
                ? OptionalInt.of(data.at("test").at("count").integer()) : OptionalInt.empty();
        if (data.has("points")) {
            return new DataSource.Points(shape(data.at("points")), noise, seed, test, Scales.NONE);
        }
        Reference uniform = data.at("x").at("uniform");
        Inputs x = new Inputs.Uniform(
                uniform.at("from").number(), uniform.at("to").number(), uniform.at("count").integer());
        try {
            Target y = data.at("y").has("linear")
                    ? new Target.Linear(data.at("y").at("linear").at("a").number(), data.at("y").at("linear").at("b").number())
                    : new Target.Formula(Expression.parse(data.at("y").at("expression").text()));
            return new DataSource.Generated(x, y, noise, seed, test);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static DataSource surface(Reference data, double noise, BigInteger seed) {
        Reference x = data.at("x");
        Reference test = data.has("test") ? data.at("test").at("count") : null;
        Optional<RowInputs> testRows = Optional.ofNullable(test)
                .map(count -> x.has("grid") ? grid(x.at("grid"), count) : uniform(x.at("uniform"), count));
        RowInputs rows = x.has("grid")
                ? grid(x.at("grid"), x.at("grid").at("count"))
                : uniform(x.at("uniform"), x.at("uniform").at("count"));
        try {
            Expression y = Expression.parse(data.at("y").at("expression").text(), 2);
            return new DataSource.Surface(rows, y, noise, seed, testRows, Scales.NONE);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RowInputs grid(Reference grid, Reference counts) {
        ImmutableList.Builder<Inputs.Grid> axes = ImmutableList.builder();
        for (int axis = 0; axis < counts.size(); axis++) {
            axes.add(new Inputs.Grid(grid.at("from").at(axis).number(), grid.at("to").at(axis).number(),
                    counts.at(axis).integer()));
        }
        return new RowInputs.Grid(axes.build());
    }

    private static RowInputs uniform(Reference uniform, Reference count) {
        return new RowInputs.Uniform(ImmutableDoubleArray.copyOf(uniform.at("from").numbers()),
                ImmutableDoubleArray.copyOf(uniform.at("to").numbers()), count.integer());
    }

    private static PointShape shape(Reference points) {
        if (points.has("moons")) {
            return new PointShape.Moons(count(points.at("moons")));
        }
        if (points.has("circles")) {
            Reference circles = points.at("circles");
            return new PointShape.Circles(count(circles), number(circles, "factor").orElse(0.5));
        }
        if (points.has("spirals")) {
            Reference spirals = points.at("spirals");
            return new PointShape.Spirals(count(spirals), number(spirals, "arms").orElse(2.0).intValue(),
                    number(spirals, "turns").orElse(1.0));
        }
        if (points.has("xor")) {
            return new PointShape.Xor(count(points.at("xor")));
        }
        if (points.has("checkerboard")) {
            Reference board = points.at("checkerboard");
            return new PointShape.Checkerboard(count(board), number(board, "squares").orElse(4.0).intValue());
        }
        Reference blobs = points.at("blobs");
        Reference centres = blobs.at("centres");
        boolean drawn = centres.flat().length == 1;
        ImmutableList<PointShape.Blobs.Centre> given = drawn ? ImmutableList.of() : centres.each().stream()
                .map(centre -> new PointShape.Blobs.Centre(centre.at(0).number(), centre.at(1).number()))
                .collect(ImmutableList.toImmutableList());
        return new PointShape.Blobs(
                count(blobs), given, drawn ? centres.integer() : 0, number(blobs, "spread").orElse(1.0));
    }

    private static int count(Reference shape) {
        return shape.at("count").integer();
    }

    private static Optional<Double> number(Reference parent, String key) {
        return parent.has(key) ? Optional.of(parent.at(key).number()) : Optional.empty();
    }
}
