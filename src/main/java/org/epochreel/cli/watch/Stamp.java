package org.epochreel.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what one tells that a file was saved, or replaced by another one of its name, without reading it.
 *
 * @param key the file's identity where the system has one; nothing else is known of a file that is not there
 */
record Stamp(Object key, FileTime changed, long size) {

    private static final Stamp NONE = new Stamp(null, FileTime.fromMillis(0), -1);

    static Stamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return NONE;
        }
    }

    boolean isThere() {
        return !equals(NONE);
    }
}
