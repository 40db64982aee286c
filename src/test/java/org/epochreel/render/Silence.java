package org.epochreel.render;

import org.epochreel.render.train.RenderProgress;

/** Progress that nobody watches. */
public final class Silence implements RenderProgress {

    @Override
    public void trained(int epoch, int epochs) {}

    @Override
    public void drawn(int frame, int frames) {}
}
