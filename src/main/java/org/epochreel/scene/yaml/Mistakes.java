package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the mistakes of one scene while it is read, each once however often its place is read. Mutable. */
public final class Mistakes {

    private final Set<Mistake> found = new LinkedHashSet<>();
    private final Set<Mistake> warnings = new LinkedHashSet<>();
    private final Set<Position> illegible = new HashSet<>();

    public void add(Position position, String path, String message) {
        if (!illegible.contains(position)) {
            found.add(Mistake.at(position, path, message));
        }
    }

    /** Notes what the author may not have meant, though the scene can be rendered as it is. */
    public void warn(Position position, String path, String message) {
        warnings.add(Mistake.at(position, path, "warning: " + message));
    }

    /** In the order found. */
    public ImmutableList<Mistake> warnings() {
        return ImmutableList.copyOf(warnings);
    }

    /** Reports something that cannot be read at all, so that nothing else said about its place helps anybody. */
    void addIllegible(Position position, String path, String message) {
        add(position, path, message);
        addIllegible(position);
    }

    /** As the other, of something that has been reported elsewhere. */
    void addIllegible(Position position) {
        illegible.add(position);
    }

    int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Those of {@code file} first, from its top; then those of each other file or option, in the order found. */
    public ImmutableList<Mistake> inOrder(String file) {
        Set<String> sources = new LinkedHashSet<>(List.of(file));
        found.forEach(mistake -> sources.add(mistake.source()));
        Comparator<Mistake> downwards = Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);
        ImmutableList.Builder<Mistake> ordered = ImmutableList.builder();
        for (String source : sources) {
            found.stream().filter(mistake -> mistake.source().equals(source)).sorted(downwards).forEach(ordered::add);
        }
        return ordered.build();
    }
}
