package org.epochreel.landscape;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * Losses at evenly spaced positions of a part of a plane, its borders included.
 *
 * @param size positions along each side, at least 4
 * @param losses row by row from the lower left; not finite where they overflow
 * @param least the position of the least loss of all of the plane, where that is known
 */
public record LossGrid(Window window, int size, ImmutableDoubleArray losses, Optional<Position> least) {

    public LossGrid {
        if (size < 4 || losses.length() != size * size) {
            throw new IllegalArgumentException(losses.length() + " losses for a grid of " + size);
        }
    }

    public double at(int column, int row) {
        return losses.get(row * size + column);
    }
}
