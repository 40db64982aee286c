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
    private final Supplier<FontFile> symbols = Suppliers.memoize(FontFile::symbols);
    private final Map<Typeface.Weight, Typeface> loaded = new EnumMap<>(Typeface.Weight.class);

    public Typefaces() {
        this(Optional.empty());
    }

    /** @param own the author's font, which goes before Inter */
    public Typefaces(Optional<FontFile> own) {
        this.own = own;
    }

    public synchronized Typeface of(Typeface.Weight weight) {
        return loaded.computeIfAbsent(weight, missing -> new Typeface(missing, own, symbols));
    }
}
