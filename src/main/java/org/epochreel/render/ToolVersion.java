package org.epochreel.render;

import java.util.Objects;

/** The version of this program, from its jar's manifest. */
public final class ToolVersion {

    private ToolVersion() {}

    /** Such as {@code 0.1.0}; {@code development} where classes run without their jar. */
    public static String current() {
        return Objects.requireNonNullElse(ToolVersion.class.getPackage().getImplementationVersion(), "development");
    }
}
