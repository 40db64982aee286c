package org.epochreel.chart.pen;

import com.google.common.base.Suppliers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.epochreel.font.FontFile;

/** The typefaces of drawings, each read when it is first needed; drawers of one run share them. Thread-safe. */
public final class Typefaces {

    private final Optional<FontFile> own;
    private final Supplier<FontFile> symbols;
    private final Map<Typeface.Weight, Typeface> loaded = new EnumMap<>(Typeface.Weight.class);

    public Typefaces() {
        this(Optional.empty(), Suppliers.memoize(FontFile::symbols));
    }

    private Typefaces(Optional<FontFile> own, Supplier<FontFile> symbols) {
        this.own = own;
        this.symbols = symbols;
    }

    /** The same where there is no font of the author's, else others in which it goes before Inter. */
    public Typefaces with(Optional<FontFile> font) {
        return font.equals(own) ? this : new Typefaces(font, symbols);
    }

    public synchronized Typeface of(Typeface.Weight weight) {
        return loaded.computeIfAbsent(weight, missing -> new Typeface(missing, own, symbols));
    }
}
