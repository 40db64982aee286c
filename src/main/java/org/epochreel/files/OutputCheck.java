package org.epochreel.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks, before work begins, whether its files can be written, and that nothing is lost by it: what is read is never
 * written over, and what somebody else wrote only if that is wanted.
 */
public final class OutputCheck {

    /** A folder that has no room for this much takes no video. */
    private static final int ROOM = 1 << 16;

    /** Each file that is read, by what tells files apart whatever they are called, and the scene that reads it. */
    private final Map<Object, Input> inputs = new LinkedHashMap<>();
    private final boolean force;

    private record Input(Path file, Path reader) {}

    /**
     * @param inputs for each scene the files that it reads, the scene file first
     * @param force whether files of others may be replaced
     */
    public OutputCheck(Collection<? extends List<Path>> inputs, boolean force) {
        this.force = force;
        for (List<Path> read : inputs) {
            for (Path file : read) {
                identity(file).ifPresent(key -> this.inputs.putIfAbsent(key, new Input(file, read.get(0))));
            }
        }
    }

    /** The same for all names and links of one file; nothing if it is not there. */
    private static Optional<Object> identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file.toRealPath() : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks for the files' names.
     *
     * @throws InputInTheWayException if one of them is read
     * @throws OutputException if one cannot be written there, or is somebody else's
     */
    public void require(Collection<Path> targets) throws IOException {
        requireNoInput(targets);
        for (Path target : targets) {
            requireOurs(target);
        }
        Set<Path> directories = new LinkedHashSet<>();
        targets.forEach(target -> directories.add(target.toAbsolutePath().getParent()));
        for (Path directory : directories) {
            requireRoom(directory);
        }
    }

    /** As {@link #require}, but looks only whether one of the files is read. */
    public void requireNoInput(Collection<Path> targets) throws InputInTheWayException {
        for (Path target : targets) {
            Optional<Input> input = identity(target).map(inputs::get).or(() -> inside(target));
            if (input.isPresent()) {
                throw new InputInTheWayException(target, input.get().file(), input.get().reader());
            }
        }
    }

    /** What is read inside a folder that would be replaced as a whole. */
    private Optional<Input> inside(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        return inputs.values().stream().filter(input -> {
            try {
                return input.file().toRealPath().startsWith(target.toRealPath());
            } catch (IOException e) {
                // It is not there any more, or nobody may look; neither can be written over.
                return false;
            }
        }).findFirst();
    }

    private void requireOurs(Path target) throws OutputException {
        try {
            BasicFileAttributes present =
                    Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean folder = target.getFileName().toString().endsWith("." + OutputFiles.FRAMES);
            if (present.isDirectory() != folder) {
                throw new FileSystemException(target.toString(), null, folder ? "it is a file" : "it is a folder");
            }
            boolean ours = force || present.isSymbolicLink() && !Files.exists(target) || Ownership.isOurs(target);
            if (!ours) {
                throw new FileSystemException(target.toString(), null, "a " + (folder ? "folder" : "file") + " of that "
                        + "name is there which this program did not write, or which was changed since. Move it, name another "
                        + "place for the new one, or give --force to replace it" + (folder ? " with all that is in it" : ""));
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    private static void requireRoom(Path directory) throws OutputException {
        try (PendingFile trial = new PendingFile(directory.resolve("trial"))) {
            trial.write(new byte[ROOM]);
        } catch (OutputException e) {
            throw new OutputException(directory, e.getCause() instanceof IOException io ? io : e);
        }
    }
}
