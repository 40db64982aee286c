package org.epochreel.video.h264.syntax;

import org.epochreel.video.h264.cabac.BitWriter;

/** Writes slice_header( ) of clause 7.3.3 for pictures of one slice. */
public final class SliceHeader {

    /** slice_type of Table 7-6, of which all slices of the picture are. */
    private static final int P = 5;
    private static final int B = 6;
    private static final int I = 7;

    /** modification_of_pic_nums_idc of Table 7-7. */
    private static final int BY_SMALLER_NUMBER = 0;
    private static final int LONG_TERM = 2;
    private static final int END_OF_LIST = 3;

    /** cabac_init_idc of P and B slices. */
    public static final int INITIALISATION = 2;

    private SliceHeader() {}

    /**
     * An IDR picture, which stays as the long-term reference.
     *
     * @param pictureId idr_pic_id, different from that of the IDR picture just before
     */
    public static void writeIdr(BitWriter bits, int pictureId, int quantiser) {
        start(bits, I, 0);
        bits.unsignedExpGolomb(pictureId);
        order(bits, 0);
        // dec_ref_pic_marking: keep what was shown; long_term_reference_flag.
        bits.flag(false);
        bits.flag(true);
        end(bits, quantiser);
    }

    /**
     * A P picture, which stays as a reference.
     *
     * @param anchor how many P pictures there are since the IDR picture, this one included
     * @param frame how many frames after the IDR picture it is shown
     */
    public static void writeAnchor(BitWriter bits, int anchor, int frame, int quantiser) {
        start(bits, P, anchor);
        order(bits, frame);
        // Right behind an IDR picture that picture is the only reference.
        bits.flag(anchor == 1);
        if (anchor == 1) {
            bits.unsignedExpGolomb(0);
        }
        // From the third on the one before the one before stands between the other two.
        boolean modified = anchor > 2;
        bits.flag(modified);
        if (modified) {
            pictureBeforeAndLongTerm(bits, 1);
        }
        // No adaptive marking: the window slides.
        bits.flag(false);
        bits.unsignedExpGolomb(INITIALISATION);
        end(bits, quantiser);
    }

    /**
     * A B picture, which is no reference.
     *
     * @param anchor how many P pictures there are since the IDR picture, the one behind this picture included
     * @param frame how many frames after the IDR picture it is shown
     */
    public static void writeBetween(BitWriter bits, int anchor, int frame, int quantiser) {
        start(bits, B, anchor + 1);
        order(bits, frame);
        // direct_spatial_mv_pred_flag: temporal; no override.
        bits.flag(false);
        bits.flag(false);
        // List 0 would go on with the picture behind.
        bits.flag(true);
        pictureBeforeAndLongTerm(bits, 2);
        bits.flag(false);
        bits.unsignedExpGolomb(INITIALISATION);
        end(bits, quantiser);
    }

    /** ref_pic_list_modification: list 0 has the short-term picture that many numbers ago, then the long-term one. */
    private static void pictureBeforeAndLongTerm(BitWriter bits, int ago) {
        bits.unsignedExpGolomb(BY_SMALLER_NUMBER);
        bits.unsignedExpGolomb(ago - 1);
        bits.unsignedExpGolomb(LONG_TERM);
        bits.unsignedExpGolomb(0);
        bits.unsignedExpGolomb(END_OF_LIST);
    }

    private static void start(BitWriter bits, int type, int frameNumber) {
        bits.clear();
        bits.unsignedExpGolomb(0);
        bits.unsignedExpGolomb(type);
        bits.unsignedExpGolomb(0);
        bits.unsigned(frameNumber & (1 << StreamParameters.FRAME_NUMBER_BITS) - 1, StreamParameters.FRAME_NUMBER_BITS);
    }

    /** pic_order_cnt_lsb, which counts fields. */
    private static void order(BitWriter bits, int frame) {
        bits.unsigned(2 * frame & (1 << StreamParameters.ORDER_BITS) - 1, StreamParameters.ORDER_BITS);
    }

    private static void end(BitWriter bits, int quantiser) {
        bits.signedExpGolomb(quantiser - StreamParameters.INITIAL_QUANTISER);
        // disable_deblocking_filter_idc
        bits.unsignedExpGolomb(1);
        // cabac_alignment_one_bit, clause 7.3.4
        bits.align(1);
    }
}
