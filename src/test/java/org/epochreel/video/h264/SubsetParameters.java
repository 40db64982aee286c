package org.epochreel.video.h264;

import java.nio.ByteBuffer;
import org.epochreel.video.stream.ParameterSets;

/**
 * What a decoder must know from the parameter sets (clauses 7.3.2.1.1, 7.3.2.2 and E.1.1); whatever else they could ask
 * for is refused.
 */
final class SubsetParameters {

    private static final int ASPECT_RATIO_EXTENDED = 255;

    final int columns;
    final int rows;
    final int visibleWidth;
    final int visibleHeight;
    final int frameNumberBits;
    final int orderCountBits;
    /** max_num_ref_frames, num_reorder_frames and max_dec_frame_buffering. */
    final int references;
    final int reordered;
    final int buffered;
    final boolean vectorsOverBoundaries;
    /** MaxVmvR of Table A-1 in quarters of a sample: vertical components are from its negative to just below it. */
    final int verticalReach;
    /** Active references of the two lists unless a slice header says otherwise. */
    final int[] active = new int[2];
    final int quantiser;

    SubsetParameters(ParameterSets sets) {
        CabacDecoder sps = unit(sets.sps(), 7);
        Refusal.expect(77, sps.unsigned(8), "profile_idc");
        sps.unsigned(8);
        int level = sps.unsigned(8);
        verticalReach = 4 * (level < 11 ? 64 : level < 21 ? 128 : level < 31 ? 256 : 512);
        Refusal.expect(0, sps.expGolomb(), "seq_parameter_set_id");
        frameNumberBits = 4 + sps.expGolomb();
        Refusal.expect(0, sps.expGolomb(), "pic_order_cnt_type");
        orderCountBits = 4 + sps.expGolomb();
        references = sps.expGolomb();
        Refusal.expect(0, sps.bit(), "gaps_in_frame_num_value_allowed_flag");
        columns = 1 + sps.expGolomb();
        rows = 1 + sps.expGolomb();
        Refusal.expect(1, sps.bit(), "frame_mbs_only_flag");
        Refusal.expect(1, sps.bit(), "direct_8x8_inference_flag");
        int right = 0;
        int bottom = 0;
        if (sps.bit() == 1) {
            Refusal.expect(0, sps.expGolomb(), "frame_crop_left_offset");
            right = sps.expGolomb();
            Refusal.expect(0, sps.expGolomb(), "frame_crop_top_offset");
            bottom = sps.expGolomb();
        }
        visibleWidth = 16 * columns - 2 * right;
        visibleHeight = 16 * rows - 2 * bottom;
        Refusal.expect(1, sps.bit(), "vui_parameters_present_flag");
        skipAppearance(sps);
        Refusal.expect(1, sps.bit(), "bitstream_restriction_flag");
        vectorsOverBoundaries = sps.bit() == 1;
        for (int i = 0; i < 4; i++) {
            // Limits of a picture's bytes, a macroblock's bits, and the lengths of vectors.
            sps.expGolomb();
        }
        reordered = sps.expGolomb();
        buffered = sps.expGolomb();
        Refusal.unless(buffered >= references, "max_dec_frame_buffering below max_num_ref_frames");
        Refusal.unless(buffered >= reordered, "max_dec_frame_buffering below num_reorder_frames");
        sps.trailingBits();

        CabacDecoder pps = unit(sets.pps(), 8);
        Refusal.expect(0, pps.expGolomb(), "pic_parameter_set_id");
        Refusal.expect(0, pps.expGolomb(), "seq_parameter_set_id");
        Refusal.expect(1, pps.bit(), "entropy_coding_mode_flag");
        Refusal.expect(0, pps.bit(), "bottom_field_pic_order_in_frame_present_flag");
        Refusal.expect(0, pps.expGolomb(), "num_slice_groups_minus1");
        active[0] = 1 + pps.expGolomb();
        active[1] = 1 + pps.expGolomb();
        Refusal.expect(0, pps.bit(), "weighted_pred_flag");
        Refusal.expect(2, pps.unsigned(2), "weighted_bipred_idc");
        quantiser = 26 + pps.signedExpGolomb();
        pps.signedExpGolomb();
        Refusal.expect(0, pps.signedExpGolomb(), "chroma_qp_index_offset");
        Refusal.expect(1, pps.bit(), "deblocking_filter_control_present_flag");
        Refusal.expect(0, pps.bit(), "constrained_intra_pred_flag");
        Refusal.expect(0, pps.bit(), "redundant_pic_cnt_present_flag");
        pps.trailingBits();
    }

    private static CabacDecoder unit(ByteBuffer set, int type) {
        byte[] unit = new byte[set.remaining()];
        set.duplicate().get(unit);
        Refusal.expect(type, unit[0] & 31, "nal_unit_type");
        return new CabacDecoder(unit);
    }

    /** The VUI parameters in front of the bitstream restriction, which say nothing to a decoder. */
    private static void skipAppearance(CabacDecoder sps) {
        if (sps.bit() == 1 && sps.unsigned(8) == ASPECT_RATIO_EXTENDED) {
            sps.unsigned(32);
        }
        if (sps.bit() == 1) {
            sps.bit();
        }
        if (sps.bit() == 1) {
            sps.unsigned(4);
            if (sps.bit() == 1) {
                sps.unsigned(24);
            }
        }
        if (sps.bit() == 1) {
            sps.expGolomb();
            sps.expGolomb();
        }
        if (sps.bit() == 1) {
            sps.unsigned(32);
            sps.unsigned(32);
            sps.bit();
        }
        Refusal.expect(0, sps.unsigned(2), "nal_hrd_parameters_present_flag, vcl_hrd_parameters_present_flag");
        sps.bit();
    }
}
