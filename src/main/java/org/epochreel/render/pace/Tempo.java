package org.epochreel.render.pace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.epochreel.frame.FrameRate;

/**
 * How many epochs pass from one frame to the next, averaged over the second around a frame so that the number is
 * steady, in two significant digits: a video that leaves epochs out says so, but for frames that may be held.
 */
public final class Tempo {

    private static final double LEAST_SHOWN = 1.5;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private final Timeline timeline;
    private final int reach;

    public Tempo(Timeline timeline, FrameRate rate) {
        this.timeline = timeline;
        this.reach = (int) Math.max(1, Math.rint(rate.perSecond() / 2));
    }

    /** A text such as {@code 8 epochs a frame} at a training frame; empty where every epoch has its frame. */
    public String at(int index) {
        boolean held = index == 0 || index == timeline.length() - 1 || timeline.rests(index);
        return held ? "" : text(perFrame(index));
    }

    /** The longest of all texts, if there is any. */
    public Optional<String> widest() {
        double fastest = 0;
        for (int i = 0; i < timeline.length(); i++) {
            fastest = Math.max(fastest, perFrame(i));
        }
        String text = text(fastest);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private double perFrame(int index) {
        int first = Math.max(0, index - reach);
        int last = Math.min(timeline.length() - 1, index + reach);
        return last == first ? 0 : (timeline.position(last) - timeline.position(first)) / (last - first);
    }

    private static String text(double epochs) {
        return epochs < LEAST_SHOWN ? ""
                : new BigDecimal(Math.rint(epochs)).round(TWO_DIGITS).toBigInteger() + " epochs a frame";
    }
}
