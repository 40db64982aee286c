package org.epochreel.render.train;

/** Hears how far a scene is; called often, on the rendering thread. */
public interface RenderProgress {

    /** Training reached {@code epoch} of at most {@code epochs}. */
    void trained(int epoch, int epochs);

    /** {@code frame} of {@code frames} frames are in the video. */
    void drawn(int frame, int frames);

    /** {@code row} of {@code rows} rows of a landscape are measured. */
    default void surveyed(int row, int rows) {}

    /** Something that whoever wants the film should know; a sentence without its full stop. */
    default void remark(String sentence) {}

    /** All files are written and get their names next; an exception prevents it and comes out of the rendering. */
    default void written() {}
}
