package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.epochreel.files.OutputFiles;
import org.epochreel.gallery.page.Axis;
import org.epochreel.scene.read.KeyOverride;

/**
 * What a gallery compares: seeds, the values of other keys, or each of these with each of those.
 *
 * @param columns what varies along a row; of three sweeps the last two, the last one fastest
 * @param rows what varies from row to row, if anything does
 * @param members row by row
 */
public record GalleryTable(Axis columns, Optional<Axis> rows, ImmutableList<GalleryMember> members) {

    /** A grid of more could not be watched. */
    private static final int MOST = 1024;

    private static final int MOST_SWEEPS = 3;

    /**
     * Crosses what is given.
     *
     * @param scene the scene's name, with which the members' begin
     * @param sweeps what goes from row to row first; one alone goes along a row
     * @throws IllegalArgumentException with a sentence if nothing is given, or too much
     */
    public static GalleryTable of(String scene, ImmutableList<Sweep> sweeps) {
        check(sweeps);
        ImmutableList<Axis> axes = sweeps.stream().map(sweep -> sweep.axis(sweeps)).collect(ImmutableList.toImmutableList());
        Optional<Axis> rows = sweeps.size() > 1 ? Optional.of(axes.get(0)) : Optional.empty();
        ImmutableList<Axis> along = sweeps.size() > 1 ? axes.subList(1, axes.size()) : axes;
        Axis columns = along.size() == 1 ? along.get(0) : crossed(along.get(0), along.get(1));
        ImmutableList.Builder<GalleryMember> members = ImmutableList.builder();
        Set<String> names = new HashSet<>();
        int width = columns.values().size();
        for (int i = 0; i < width * rows.map(axis -> axis.values().size()).orElse(1); i++) {
            ImmutableList.Builder<KeyOverride> overrides = ImmutableList.builder();
            StringBuilder name = new StringBuilder(scene);
            int rest = sweeps.stream().mapToInt(sweep -> sweep.values().size()).reduce(1, (a, b) -> a * b);
            int left = i;
            for (Sweep sweep : sweeps) {
                rest /= sweep.values().size();
                int index = left / rest;
                left %= rest;
                overrides.add(sweep.override(index));
                name.append(sweep.namePart(index, sweeps));
            }
            String column = columns.label(i % width);
            int row = i / width;
            members.add(new GalleryMember(unlike(names, name.toString()),
                    rows.map(axis -> axis.label(row) + ", " + column).orElse(column), overrides.build()));
        }
        return new GalleryTable(columns, rows, members.build());
    }

    private static void check(ImmutableList<Sweep> sweeps) {
        if (sweeps.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare; give --seeds 1..16, --over KEY=A,B,C, or both, "
                    + "or write seeds: 1..16 into the scene");
        }
        if (sweeps.size() > MOST_SWEEPS) {
            throw new IllegalArgumentException("a picture has two directions; give --over at most twice");
        }
        for (int i = 0; i < sweeps.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (sweeps.get(i).key().equals(sweeps.get(j).key())) {
                    boolean seeds = sweeps.get(i).isOfSeeds() || sweeps.get(j).isOfSeeds();
                    throw new IllegalArgumentException("--over " + sweeps.get(i).key()
                            + (seeds ? " and seeds exclude each other; give one" : " is given twice; give all its values at once"));
                }
            }
        }
        long count = sweeps.stream().mapToLong(sweep -> sweep.values().size()).reduce(1, (a, b) -> a * b);
        if (count > MOST) {
            throw new IllegalArgumentException("a gallery of " + count + " videos is too large; at most " + MOST + " are allowed");
        }
    }

    // The labels name what varies faster, since the words of the axis name the other.
    private static Axis crossed(Axis slow, Axis fast) {
        ImmutableList.Builder<String> values = ImmutableList.builder();
        ImmutableList.Builder<String> labels = ImmutableList.builder();
        for (int i = 0; i < slow.values().size(); i++) {
            for (int j = 0; j < fast.values().size(); j++) {
                values.add(slow.values().get(i) + ", " + fast.values().get(j));
                labels.add(slow.labels().get(i) + ", " + fast.label(j));
            }
        }
        return new Axis(slow.name() + ", " + fast.name(), slow.words(), values.build(), labels.build());
    }

    private static String unlike(Set<String> names, String name) {
        String unused = name;
        for (int i = 2; !names.add(OutputFiles.folded(unused)); i++) {
            unused = name + "-" + i;
        }
        return unused;
    }
}
