package org.epochreel.chart;

import java.util.Optional;
import org.epochreel.data.DataSource.PixelShape;
import org.epochreel.picture.Picture;

/**
 * What of a chart's data are images.
 *
 * @param ofInputs the shape of the image that each row of inputs is, if it is one
 * @param goal the picture whose colours the model learns, if it does
 */
public record Images(Optional<PixelShape> ofInputs, Optional<Picture> goal) {

    public static final Images NONE = new Images(Optional.empty(), Optional.empty());
}
