package org.epochreel.scene.read.data;

import java.util.Optional;
import org.epochreel.data.Inputs;
import org.epochreel.data.RowInputs;

/**
 * Where generated points lie: along the axis of x, or in a space of several inputs, such as the plane.
 *
 * @param line nothing where there are several inputs
 * @param rows nothing where there is one
 */
record Places(Optional<Inputs> line, Optional<RowInputs> rows) {

    static Places of(Inputs line) {
        return new Places(Optional.of(line), Optional.empty());
    }

    static Places of(RowInputs rows) {
        return new Places(Optional.empty(), Optional.of(rows));
    }

    int inputs() {
        return rows.map(RowInputs::width).orElse(1);
    }
}
