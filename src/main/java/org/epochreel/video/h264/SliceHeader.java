package org.epochreel.video.h264;

/** Writes slice_header( ) of clause 7.3.3 for pictures of one slice, which all serve as references. */
final class SliceHeader {

    /** slice_type of Table 7-6, of which all slices of the picture are. */
    private static final int P = 5;
    private static final int I = 7;

    /** cabac_init_idc of P slices. */
    static final int INITIALISATION = 1;

    private SliceHeader() {}

    /**
     * An IDR picture, which stays as the long-term reference.
     *
     * @param pictureId idr_pic_id, different from that of the IDR picture just before
     */
    static void writeIdr(BitWriter bits, int pictureId, int quantiser) {
        start(bits, I, 0);
        bits.unsignedExpGolomb(pictureId);
        // dec_ref_pic_marking: keep what was shown; long_term_reference_flag.
        bits.flag(false);
        bits.flag(true);
        end(bits, quantiser);
    }

    /**
     * A P picture.
     *
     * @param frameNumber pictures since the IDR picture
     * @param references active reference pictures: 1 right after an IDR picture, then 2
     */
    static void writeInter(BitWriter bits, int frameNumber, int references, int quantiser) {
        start(bits, P, frameNumber);
        boolean override = references != StreamParameters.REFERENCE_FRAMES;
        bits.flag(override);
        if (override) {
            bits.unsignedExpGolomb(references - 1);
        }
        // No modification of the reference list, no adaptive marking: the window slides.
        bits.flag(false);
        bits.flag(false);
        bits.unsignedExpGolomb(INITIALISATION);
        end(bits, quantiser);
    }

    private static void start(BitWriter bits, int type, int frameNumber) {
        bits.clear();
        bits.unsignedExpGolomb(0);
        bits.unsignedExpGolomb(type);
        bits.unsignedExpGolomb(0);
        bits.unsigned(frameNumber, StreamParameters.FRAME_NUMBER_BITS);
    }

    private static void end(BitWriter bits, int quantiser) {
        bits.signedExpGolomb(quantiser - StreamParameters.INITIAL_QUANTISER);
        // disable_deblocking_filter_idc
        bits.unsignedExpGolomb(1);
        // cabac_alignment_one_bit, clause 7.3.4
        bits.align(1);
    }
}
