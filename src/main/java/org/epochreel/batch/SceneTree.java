package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.epochreel.files.OutputFiles;

/** The scene files below some paths, and where the files that they become belong. */
public final class SceneTree {

    private SceneTree() {}

    /**
     * A scene file and its place.
     *
     * @param file as it can be opened
     * @param target the same place below the output directory as the scene has below the path it was found under
     */
    public record Leaf(Path file, OutputFiles target) {}

    /**
     * Finds every {@code .yaml} and {@code .yml} file; what is hidden is passed over, links are followed.
     *
     * @param paths scene files, whatever they are called, and directories
     * @return in the order of the paths, below each in the order of the names, whatever the file system's is
     * @throws IllegalArgumentException with a sentence if a path is not there, holds no scene, or if two scenes would be
     *     written to the same file
     * @throws IOException if a directory cannot be read
     */
    public static ImmutableList<Leaf> find(List<Path> paths, Path output) throws IOException {
        ImmutableList.Builder<Leaf> leaves = ImmutableList.builder();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                leaves.addAll(below(path, output));
            } else if (Files.exists(path)) {
                leaves.add(new Leaf(path, new OutputFiles(output, name(path))));
            } else {
                throw new IllegalArgumentException("there is no file or directory \"" + path + "\"");
            }
        }
        return withoutCollision(leaves.build());
    }

    private static List<Leaf> below(Path root, Path output) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean hidden = !directory.equals(root) && isHidden(directory);
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isScene(file) && !isHidden(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no scene below \"" + root + "\"; scene files end in .yaml or .yml");
        }
        return files.stream()
                .sorted(Comparator.comparing(file -> root.relativize(file).toString()))
                .map(file -> {
                    Path parent = root.relativize(file).getParent();
                    Path directory = parent == null ? output : output.resolve(parent.toString());
                    return new Leaf(file, new OutputFiles(directory, name(file)));
                })
                .toList();
    }

    private static boolean isHidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }

    private static boolean isScene(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    private static ImmutableList<Leaf> withoutCollision(ImmutableList<Leaf> leaves) {
        Map<String, Leaf> byVideo = new HashMap<>();
        for (Leaf leaf : leaves) {
            Leaf other = byVideo.putIfAbsent(OutputFiles.folded(leaf.target().video().normalize().toString()), leaf);
            if (other != null) {
                throw new IllegalArgumentException(other.file() + " and " + leaf.file() + " would both be written as "
                        + leaf.target().video() + "; rename one, or render them into different directories");
            }
        }
        return leaves;
    }
}
