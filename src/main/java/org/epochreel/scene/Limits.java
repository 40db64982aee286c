package org.epochreel.scene;

/** How large the numbers of a scene may be. */
final class Limits {

    static final int MAX_POINTS = 1_000_000;
    static final int MAX_HIDDEN_LAYERS = 16;
    static final int MAX_NEURONS = 4096;

    /** So many doubles, several times over for gradient and optimiser, still fit into a small heap. */
    static final int MAX_PARAMETERS = 1_000_000;

    static final int MAX_EPOCHS = 10_000_000;
    static final int MAX_FRAMES = 1_000_000;
    static final int MAX_SEED_BITS = 4096;
    static final int MAX_TRAILS = 50;
    static final int MAX_PANELS = 9;
    static final int MAX_TITLE = 200;
    static final int MAX_SCENE_BYTES = 1 << 20;
    static final int MAX_PARAMETER_BYTES = 32 << 20;

    /** Largest picture and fastest stream of 16x16 macroblocks at level 6.2 of ITU-T H.264, Table A-1. */
    static final int MAX_MACROBLOCKS = 139_264;

    static final int MAX_MACROBLOCKS_PER_SECOND = 16_711_680;

    private Limits() {}
}
