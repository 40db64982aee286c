package org.epochreel.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads a path without the reflection that picocli's own converter uses. */
final class PathConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        return Path.of(text);
    }
}
