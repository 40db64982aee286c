package org.epochreel.scene.read.video;

import java.util.Optional;
import org.epochreel.scene.VideoSpec.Font;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;

/** The keys of {@code video.font}. */
final class FontKeys extends Group<Font> {

    private final Key<FileName> file = key("file", new FileName.Names("NotoSansJP.otf")).alsoCalled("path", "name")
            .required("NotoSansJP.otf", "The font's file, counted from the scene's directory: .otf, .ttf or .ttc, of"
                    + " which the first font is taken.");

    FontKeys() {
        super("video.font", "A font for scripts that the built-in typeface does not have.");
    }

    @Override
    protected Optional<Font> read(Section font) {
        return font.find(file).flatMap(name -> SceneFiles.font(name).map(face -> new Font(name.path(), face)));
    }

    @Override
    protected void write(Font font, Members members) {
        members.put(file, FileName.of(font.file()));
    }
}
