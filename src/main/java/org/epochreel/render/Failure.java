package org.epochreel.render;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;
import java.util.Objects;
import org.epochreel.files.InputInTheWayException;
import org.epochreel.files.OutputException;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.scene.yaml.InvalidSceneException;

/**
 * What a user is told of something that was thrown: the one place where exceptions become words.
 *
 * @param sentences what went wrong, each mistake of a scene for itself, or a failure followed by its causes
 */
public record Failure(Kind kind, ImmutableList<String> sentences) {

    /** Whose failure it is, and so what can be done about it. */
    public enum Kind {
        /** The scene has mistakes. */
        INVALID_SCENE,
        /** What was asked for would destroy what it is made from. */
        USAGE,
        /** A file could not be written. */
        OUTPUT,
        /** The scene could not be trained, drawn or encoded. */
        SCENE,
        /** The machine has too little of something. */
        MACHINE,
        /** Somebody stopped the work. */
        INTERRUPTED,
        /** A mistake of this program. */
        PROGRAM
    }

    /** Says what was thrown. */
    public static Failure of(Throwable thrown) {
        Kind kind = kind(thrown);
        if (kind == Kind.INTERRUPTED) {
            return new Failure(kind, ImmutableList.of("interrupted; nothing half-written was left behind"));
        }
        if (thrown instanceof InvalidSceneException invalid) {
            return new Failure(kind, invalid.report());
        }
        return new Failure(kind, Throwables.getCausalChain(thrown).stream().map(Failure::sentence).distinct()
                .collect(ImmutableList.toImmutableList()));
    }

    private static Kind kind(Throwable thrown) {
        if (isInterruption(thrown)) {
            return Kind.INTERRUPTED;
        }
        if (thrown instanceof InvalidSceneException) {
            return Kind.INVALID_SCENE;
        }
        if (thrown instanceof InputInTheWayException) {
            return Kind.USAGE;
        }
        if (thrown instanceof RenderException) {
            return Kind.SCENE;
        }
        if (thrown instanceof IOException) {
            return Kind.OUTPUT;
        }
        return thrown instanceof TooLittleMemoryException || thrown instanceof OutOfMemoryError
                ? Kind.MACHINE : Kind.PROGRAM;
    }

    /** Whether it was thrown because somebody interrupted the thread; what waits or writes then fails in its own way. */
    public static boolean isInterruption(Throwable thrown) {
        return Throwables.getCausalChain(thrown).stream().anyMatch(cause -> cause instanceof RenderInterruptedException
                || cause instanceof ClosedByInterruptException || cause instanceof InterruptedIOException);
    }

    /** Words for one exception, without its causes. */
    static String sentence(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return String.format(Locale.ROOT, "the memory, %d MiB, does not suffice; give the program more with "
                    + "EPOCHREEL_JAVA_OPTIONS=-Xmx…m", Runtime.getRuntime().maxMemory() >> 20);
        }
        if (thrown instanceof IOException io && !(thrown instanceof OutputException)) {
            return OutputException.reason(io);
        }
        if (thrown instanceof ArithmeticException && thrown.getMessage() != null) {
            return thrown.getMessage();
        }
        if (thrown instanceof StackOverflowError) {
            return "something in the scene is nested too deeply";
        }
        return Objects.requireNonNullElseGet(thrown.getMessage(),
                () -> "a mistake of this program (" + thrown.getClass().getSimpleName() + ")");
    }

    /** Something that may fail. */
    public interface Work<T> {
        T run() throws IOException, RenderException;
    }

    /** Where the work is, for whoever reads of its failure. */
    public interface Place {
        /** Such as "at epoch 7". */
        String words();
    }

    /**
     * Does the work of a scene; whatever goes wrong in it leaves as one of three exceptions.
     *
     * @param scene its name
     * @throws OutputException naming the file, if one cannot be written
     * @throws RenderException naming the scene and the place, if anything else goes wrong
     * @throws RenderInterruptedException if the thread is interrupted
     */
    public static <T> T explained(String scene, Place place, Work<T> work) throws OutputException, RenderException {
        try {
            return work.run();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (isInterruption(e)) {
                throw new RenderInterruptedException();
            }
            for (Throwable cause : Throwables.getCausalChain(e)) {
                if (cause instanceof OutputException output) {
                    throw output;
                }
            }
            throw new RenderException(scene, place.words(), e);
        }
    }
}
