package org.epochreel.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Colours by pixel.
 *
 * @param channels red, green and blue, each from 0 to 1, row by row from the top left
 */
public record Picture(int width, int height, ImmutableList<ImmutableDoubleArray> channels) {

    public Picture {
        if (width < 1 || height < 1 || channels.size() != 3
                || channels.stream().anyMatch(channel -> channel.length() != width * height)) {
            throw new IllegalArgumentException("no colours of " + width + " by " + height + " pixels");
        }
    }

    public int pixels() {
        return width * height;
    }
}
