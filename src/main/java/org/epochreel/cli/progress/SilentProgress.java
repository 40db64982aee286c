package org.epochreel.cli.progress;

/** Says nothing. */
public final class SilentProgress implements Progress {

    @Override
    public void trained(int epoch, int epochs) {}

    @Override
    public void drawn(int frame, int frames) {}

    @Override
    public void close() {}
}
