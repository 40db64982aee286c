package org.epochreel.video.h264.predict;

import org.epochreel.video.stream.YuvPicture;

/** Gets each picture as a decoder shows it, as soon as it is encoded. */
public interface Reconstructions {

    /** Nobody looks: pictures that no other refers to need not be reconstructed at all. */
    Reconstructions UNWATCHED = new Reconstructions() {
        @Override
        public YuvPicture copyOf(YuvPicture picture) {
            return null;
        }

        @Override
        public void made(int frame, YuvPicture picture) {
            // Nobody looks.
        }
    };

    /** A picture to complete that is equal to another, or null if it is not wanted. */
    default YuvPicture copyOf(YuvPicture picture) {
        YuvPicture copy = new YuvPicture(picture.size());
        PictureSamples.copy(picture, copy);
        return copy;
    }

    /** @param picture valid until this method returns */
    void made(int frame, YuvPicture picture);
}
