package org.epochreel.print;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.epochreel.print.type.SubsetFont;

/** The typefaces of a sheet, each with the glyphs that it shows, by name. */
final class Fonts {

    private Fonts() {}

    static ImmutableMap<String, SubsetFont> of(Sheet sheet) {
        Map<String, SubsetFont> fonts = new LinkedHashMap<>();
        for (Instruction instruction : sheet.instructions()) {
            if (instruction instanceof Instruction.Words words) {
                fonts.computeIfAbsent(words.face(), SubsetFont::new).add(words.line());
            }
        }
        return ImmutableMap.copyOf(fonts);
    }
}
