package org.epochreel.render;

/** Hears of the training frames of a video while they are drawn, in their order. */
@FunctionalInterface
interface FrameListener {

    FrameListener NONE = (epoch, parameters) -> {};

    /** @param parameters the model's at that epoch; valid during the call only */
    void frame(int epoch, double[] parameters);
}
