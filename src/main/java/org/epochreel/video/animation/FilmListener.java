package org.epochreel.video.animation;

/** Hears of a film that is written only after its last frame is drawn, which can take a while. */
public interface FilmListener {

    /** A frame is written; called on the thread that finishes the film. */
    void written();

    /** Something that whoever wants the film should know, as a part of a sentence whose subject is the film. */
    void remark(String words);

    /** Hears and does nothing. */
    static FilmListener none() {
        return new FilmListener() {
            @Override
            public void written() {}

            @Override
            public void remark(String words) {}
        };
    }
}
