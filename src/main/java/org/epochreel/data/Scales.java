package org.epochreel.data;

/** How inputs and outputs are scaled; labels never are. */
public record Scales(Scale x, Scale y) {

    public static final Scales NONE = new Scales(Scale.NONE, Scale.NONE);
}
