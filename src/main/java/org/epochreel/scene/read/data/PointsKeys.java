package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.whole;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.PointShape;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The keys of {@code data.points}. */
final class PointsKeys extends OneOf<PointShape> {

    private static final int USUAL_COUNT = 300;
    private static final int MOST_CLASSES = 12;

    private final Key<PointShape.Moons> moons = kind("moons", new MoonsKeys(), "{count: 300}",
            "Two half circles, each around an end of the other.");
    private final Key<PointShape.Circles> circles = kind("circles", new CirclesKeys(), "{count: 300, factor: 0.5}",
            "A circle around a smaller one.");
    private final Key<PointShape.Spirals> spirals = kind("spirals", new SpiralsKeys(), "{count: 300, turns: 1.5}",
            "Arms that wind outwards around each other, a class each.");
    private final Key<PointShape.Blobs> blobs = kind("blobs", new BlobsKeys(), "{count: 300, centres: 4}",
            "Normally distributed points about a centre for each class.");
    private final Key<PointShape.Xor> xor = kind("xor", new XorKeys(), "{count: 300}",
            "Points of a square, whose class is 1 where x1 and x2 have the same sign.");
    private final Key<PointShape.Checkerboard> checkerboard = kind("checkerboard", new CheckerboardKeys(),
            "{count: 600, squares: 4}", "Points of a square in two classes, as the fields of a board.");

    PointsKeys() {
        super("data.points", "A figure of labelled points (x1, x2) of the plane.");
    }

    @Override
    protected void write(PointShape shape, Members members) {
        if (shape instanceof PointShape.Moons value) {
            members.put(moons, value);
        } else if (shape instanceof PointShape.Circles value) {
            members.put(circles, value);
        } else if (shape instanceof PointShape.Spirals value) {
            members.put(spirals, value);
        } else if (shape instanceof PointShape.Blobs value) {
            members.put(blobs, value);
        } else if (shape instanceof PointShape.Xor value) {
            members.put(xor, value);
        } else {
            members.put(checkerboard, (PointShape.Checkerboard) shape);
        }
    }

    /** The keys of one figure, with how many points it has. */
    private abstract static class FigureKeys<T extends PointShape> extends Group<T> {

        final Key<Integer> count = key("count", whole(2, Limits.MAX_POINTS)).alsoCalled("n", "num", "size", "points")
                .orElse(USUAL_COUNT, "500", "How many points, shared evenly among the classes where these are not"
                        + " drawn.");

        FigureKeys(String name, String sentence) {
            super("data.points." + name, sentence);
        }

        /** The number of points, if it leaves one for each class; a mistake where it does not. */
        final Optional<Integer> count(Section figure, int classes) {
            int points = figure.get(count);
            if (points < classes) {
                figure.mistake(count, points + " points are too few for " + classes
                        + " classes; each needs at least one");
                return Optional.empty();
            }
            return Optional.of(points);
        }
    }

    private static final class MoonsKeys extends FigureKeys<PointShape.Moons> {

        MoonsKeys() {
            super("moons", "Two half circles.");
        }

        @Override
        protected Optional<PointShape.Moons> read(Section figure) {
            return Optional.of(new PointShape.Moons(figure.get(count)));
        }

        @Override
        protected void write(PointShape.Moons figure, Members members) {
            members.put(count, figure.count());
        }
    }

    private static final class CirclesKeys extends FigureKeys<PointShape.Circles> {

        private final Key<Double> factor = key("factor", NumberType.ABOVE_0).alsoCalled("radius", "ratio").orElse(0.5,
                "0.3", "Radius of the circle of class 1; that of class 0 has radius 1.");

        CirclesKeys() {
            super("circles", "Two circles about one centre.");
        }

        @Override
        protected Optional<PointShape.Circles> read(Section figure) {
            return Optional.of(new PointShape.Circles(figure.get(count), figure.get(factor)));
        }

        @Override
        protected void write(PointShape.Circles figure, Members members) {
            members.put(count, figure.count()).put(factor, figure.factor());
        }
    }

    private static final class SpiralsKeys extends FigureKeys<PointShape.Spirals> {

        private final Key<Integer> arms = key("arms", whole(2, MOST_CLASSES)).alsoCalled("classes").orElse(2, "3",
                "How many arms, a class each.");
        private final Key<Double> turns = key("turns", NumberType.ANY).alsoCalled("rounds", "revolutions").orElse(1.0,
                "1.5", "How often each arm goes around the centre.");

        SpiralsKeys() {
            super("spirals", "Arms that wind outwards around each other.");
        }

        @Override
        protected Optional<PointShape.Spirals> read(Section figure) {
            int classes = figure.get(arms);
            return count(figure, classes).map(points ->
                    new PointShape.Spirals(points, classes, figure.get(turns)));
        }

        @Override
        protected void write(PointShape.Spirals figure, Members members) {
            members.put(count, figure.count()).put(arms, figure.arms()).put(turns, figure.turns());
        }
    }

    private static final class BlobsKeys extends FigureKeys<PointShape.Blobs> {

        private final Key<Centres> centres = key("centres", new CentresType()).alsoCalled("centers", "clusters",
                "classes").orElse(new Centres(ImmutableList.of(), 3), "[[-2, 0], [2, 0]]",
                        "The classes' centres, or how many are drawn from the square from -6 to 6.");
        private final Key<Double> spread = key("spread", NumberType.ABOVE_0).alsoCalled("cluster-std", "sd", "sigma",
                "std").orElse(1.0, "0.5", "Standard deviation about the centres.");

        BlobsKeys() {
            super("blobs", "Normally distributed points about centres.");
        }

        @Override
        protected Optional<PointShape.Blobs> read(Section figure) {
            Centres middles = figure.get(centres);
            return count(figure, middles.classes()).map(points ->
                    new PointShape.Blobs(points, middles.given(), middles.drawn(), figure.get(spread)));
        }

        @Override
        protected void write(PointShape.Blobs figure, Members members) {
            members.put(count, figure.count());
            members.put(centres, new Centres(figure.centres(), figure.drawnCentres())).put(spread, figure.spread());
        }
    }

    private static final class XorKeys extends FigureKeys<PointShape.Xor> {

        XorKeys() {
            super("xor", "Points of the square from -1 to 1.");
        }

        @Override
        protected Optional<PointShape.Xor> read(Section figure) {
            return Optional.of(new PointShape.Xor(figure.get(count)));
        }

        @Override
        protected void write(PointShape.Xor figure, Members members) {
            members.put(count, figure.count());
        }
    }

    private static final class CheckerboardKeys extends FigureKeys<PointShape.Checkerboard> {

        private final Key<Integer> squares = key("squares", whole(2, 100)).alsoCalled("fields", "cells").orElse(4, "3",
                "Fields along each side of the board.");

        CheckerboardKeys() {
            super("checkerboard", "Points of the square from -1 to 1.");
        }

        @Override
        protected Optional<PointShape.Checkerboard> read(Section figure) {
            return Optional.of(new PointShape.Checkerboard(figure.get(count), figure.get(squares)));
        }

        @Override
        protected void write(PointShape.Checkerboard figure, Members members) {
            members.put(count, figure.count()).put(squares, figure.squares());
        }
    }

    /**
     * What {@code centres} says.
     *
     * @param given empty where they are drawn
     * @param drawn 0 where they are given
     */
    private record Centres(ImmutableList<PointShape.Blobs.Centre> given, int drawn) {

        int classes() {
            return Math.max(given.size(), drawn);
        }
    }

    private record CentresType() implements Type<Centres> {

        private static final Type<Integer> NUMBER = whole(2, MOST_CLASSES);
        private static final Type<ImmutableList<PointShape.Blobs.Centre>> GIVEN = list(new CentreType(), 2, MOST_CLASSES,
                "[[-2, 0], [2, 0]]");

        @Override
        public Optional<Centres> read(Value value) {
            return value.isSequence() ? GIVEN.read(value).map(points -> new Centres(points, 0))
                    : NUMBER.read(value).map(number -> new Centres(ImmutableList.of(), number));
        }

        @Override
        public void write(Centres value, JsonText json) {
            if (value.given().isEmpty()) {
                NUMBER.write(value.drawn(), json);
            } else {
                GIVEN.write(value.given(), json);
            }
        }

        @Override
        public String words() {
            return NUMBER.words() + ", or " + GIVEN.words();
        }

        @Override
        public void schema(JsonText json) {
            json.key("anyOf").beginArray().beginObject();
            NUMBER.schema(json);
            json.endObject().beginObject();
            GIVEN.schema(json);
            json.endObject().endArray();
        }
    }

    private record CentreType() implements Type<PointShape.Blobs.Centre> {

        private static final String EXAMPLE = "[-2, 0.5]";

        @Override
        public Optional<PointShape.Blobs.Centre> read(Value value) {
            return value.list(2, 2, EXAMPLE).flatMap(both -> Types.numbers().read(value))
                    .map(point -> new PointShape.Blobs.Centre(point.get(0), point.get(1)));
        }

        @Override
        public void write(PointShape.Blobs.Centre value, JsonText json) {
            Types.numbers().write(ImmutableDoubleArray.of(value.x1(), value.x2()), json);
        }

        @Override
        public String words() {
            return "a point [x1, x2]";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("array").key("minItems").value(2).key("maxItems").value(2);
            json.key("items").beginObject();
            NumberType.ANY.schema(json);
            json.endObject();
        }
    }
}
