package org.epochreel.sound.track;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The tag in which iTunes writes how many samples are priming and how many are music: {@code iTunSMPB}, three or more
 * hexadecimal numbers of which the second, third and fourth are priming, padding and length.
 */
final class GaplessTag {

    private static final String NAME = "iTunSMPB";
    private static final int LARGEST_PRIMING = 1 << 16;

    private GaplessTag() {
    }

    static Optional<PlayedPart> find(Box movie) throws TrackException {
        Optional<Box> meta = movie.find("udta", "meta");
        if (meta.isEmpty()) {
            return Optional.empty();
        }
        Optional<Box> list = meta.get().child("ilst", 4);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        String text = StandardCharsets.ISO_8859_1.decode(list.get().body().duplicate()).toString();
        int name = text.indexOf(NAME);
        int data = name < 0 ? -1 : text.indexOf("data", name);
        if (data < 0 || data + 12 > text.length()) {
            return Optional.empty();
        }
        String[] fields = text.substring(data + 12).strip().split("[^0-9A-Fa-f]+", 5);
        try {
            long priming = Long.parseLong(fields[1], 16);
            long length = Long.parseLong(fields[3], 16);
            return priming <= LARGEST_PRIMING && length > 0
                    ? Optional.of(new PlayedPart((int) priming, length)) : Optional.empty();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // A tag of another form says nothing.
            return Optional.empty();
        }
    }
}
