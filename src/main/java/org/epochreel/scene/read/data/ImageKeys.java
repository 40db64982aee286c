package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.file.FileName;

/** The keys of {@code data.image}. */
final class ImageKeys extends Group<ImageKeys.Asked> {

    private static final int USUAL_SIZE = 96;
    private static final int MOST = 512;

    /**
     * What a scene says of its picture.
     *
     * @param size pixels along the longer side
     */
    record Asked(FileName file, int size) {}

    private final Key<FileName> file = key("file", new FileName.Names("cat.png")).alsoCalled("path", "name").required(
            "cat.png", "The picture's file, a PNG or JPEG, its name counted from the scene's directory.");
    private final Key<Integer> size = key("size", whole(2, MOST)).alsoCalled("side", "width", "pixels").orElse(USUAL_SIZE,
            "64", "Pixels along the longer side, to which the picture is brought by the mean colour of the area that each"
                    + " new pixel covers.");

    ImageKeys() {
        super("data.image", "A picture to paint: red, green and blue from 0 to 1 at each pixel's middle. x2 goes up, and the"
                + " longer side from -1 to 1.");
    }

    @Override
    protected Optional<Asked> read(Section image) {
        int pixels = image.get(size);
        return image.find(file).map(name -> new Asked(name, pixels));
    }

    @Override
    protected void write(Asked image, Members members) {
        members.put(file, image.file()).put(size, image.size());
    }
}
