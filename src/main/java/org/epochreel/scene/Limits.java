package org.epochreel.scene;

/** How large those numbers of a scene may be that several keys or classes know. */
public final class Limits {

    public static final int MAX_POINTS = 1_000_000;

    /** So many doubles, several times over for gradient and optimiser, still fit into a small heap. */
    public static final int MAX_PARAMETERS = 1_000_000;

    public static final int MAX_EPOCHS = 10_000_000;
    public static final int MAX_FRAMES = 1_000_000;
    public static final int MAX_SEED_BITS = 4096;

    /** Largest picture and fastest stream of 16x16 macroblocks at level 6.2 of ITU-T H.264, Table A-1. */
    public static final int MAX_MACROBLOCKS = 139_264;

    public static final int MAX_MACROBLOCKS_PER_SECOND = 16_711_680;

    private Limits() {}
}
