package org.epochreel.data;

/** How inputs and outputs are scaled; labels never are. */
public record Scales(ScaleMethod x, ScaleMethod y) {

    public static final Scales NONE = new Scales(ScaleMethod.NONE, ScaleMethod.NONE);
}
