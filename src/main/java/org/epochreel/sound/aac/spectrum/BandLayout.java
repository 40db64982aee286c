package org.epochreel.sound.aac.spectrum;

import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.sound.aac.code.JaadTables;

/**
 * The scale factor bands of a frame in the order of coding (ISO/IEC 14496-3, 4.5.2.3.5): group by group, in each band by
 * band, in each window by window. In this order the lines of every band stand side by side.
 */
public final class BandLayout {

    private static final int[] LONG_BANDS = JaadTables.longBands();
    private static final int[] SHORT_BANDS = JaadTables.shortBands();

    private final FrameShape shape;
    private final int bandsPerGroup;
    private final int[] starts;

    private BandLayout(FrameShape shape, int bandsPerGroup, int[] starts) {
        this.shape = shape;
        this.bandsPerGroup = bandsPerGroup;
        this.starts = starts;
    }

    /** The bands whose lines begin below {@code bandwidth}, in hertz. */
    public static BandLayout of(FrameShape shape, int sampleRate, double bandwidth) {
        int[] edges = edges(shape.isShort());
        int lines = edges[edges.length - 1];
        int bands = 1;
        while (bands < edges.length - 1 && edges[bands] * (sampleRate / (2.0 * lines)) < bandwidth) {
            bands++;
        }
        ImmutableIntArray groups = shape.groups();
        int[] starts = new int[groups.length() * bands + 1];
        int position = 0;
        for (int g = 0; g < groups.length(); g++) {
            for (int b = 0; b < bands; b++) {
                starts[g * bands + b] = position;
                position += groups.get(g) * (edges[b + 1] - edges[b]);
            }
        }
        starts[groups.length() * bands] = position;
        return new BandLayout(shape, bands, starts);
    }

    /** First line of each band within a window, and the end of the last; not to be changed. */
    static int[] edges(boolean isShort) {
        return isShort ? SHORT_BANDS : LONG_BANDS;
    }

    public FrameShape shape() {
        return shape;
    }

    public int groups() {
        return shape.groups().length();
    }

    /** max_sfb: how many bands of each group are coded. */
    public int bandsPerGroup() {
        return bandsPerGroup;
    }

    /** Bands of all groups. */
    public int bands() {
        return starts.length - 1;
    }

    public int start(int band) {
        return starts[band];
    }

    public int end(int band) {
        return starts[band + 1];
    }

    /** Lines of all bands. */
    int lines() {
        return starts[starts.length - 1];
    }

    /** Brings lines from the order of windows into that of coding. */
    double[] arrange(double[] windows) {
        double[] arranged = new double[lines()];
        if (!shape.isShort()) {
            System.arraycopy(windows, 0, arranged, 0, arranged.length);
            return arranged;
        }
        int[] edges = edges(true);
        int window = 0;
        for (int g = 0; g < groups(); g++) {
            int length = shape.groups().get(g);
            for (int b = 0; b < bandsPerGroup; b++) {
                int width = edges[b + 1] - edges[b];
                for (int w = 0; w < length; w++) {
                    System.arraycopy(windows, (window + w) * FilterBank.SHORT + edges[b], arranged,
                            start(g * bandsPerGroup + b) + w * width, width);
                }
            }
            window += length;
        }
        return arranged;
    }
}
