package org.epochreel.video.h264;

import java.util.ArrayList;
import java.util.List;

/** The header of a slice that is a whole picture (clause 7.3.3). */
final class SubsetSlice {

    static final int P = 0;
    static final int B = 1;
    static final int I = 2;

    /** An entry of ref_pic_list_modification( ): modification_of_pic_nums_idc and what follows it. */
    record Modification(int kind, int value) {
    }

    final int type;
    final boolean idr;
    final boolean reference;
    final int frameNumber;
    final int idrPictureId;
    final int orderCountLsb;
    final boolean longTerm;
    /** Per list; 0 active references where the slice does not use the list. */
    final int[] active = new int[2];
    final List<List<Modification>> modifications = List.of(new ArrayList<>(), new ArrayList<>());
    /** cabac_init_idc, or -1. */
    final int initialisation;
    final int quantiser;

    /** Reads the header at the start of a NAL unit and stops in front of the alignment bits. */
    SubsetSlice(CabacDecoder bits, int unitHeader, SubsetParameters parameters) {
        int unitType = unitHeader & 31;
        Refusal.unless(unitType == 1 || unitType == 5, "nal_unit_type " + unitType + " instead of a slice");
        Refusal.expect(0, unitHeader >> 7 & 1, "forbidden_zero_bit");
        idr = unitType == 5;
        reference = unitHeader >> 5 != 0;
        Refusal.expect(0, bits.expGolomb(), "first_mb_in_slice");
        int all = bits.expGolomb();
        Refusal.unless(all >= 5 && all <= 7, "slice_type " + all + " is none of a picture all P, B or I");
        type = all - 5;
        Refusal.unless(idr == (type == I), "slice_type " + all + (idr ? " in an" : " outside an") + " IDR picture");
        Refusal.unless(reference == (type != B), "nal_ref_idc " + (unitHeader >> 5) + " with slice_type " + all);
        Refusal.expect(0, bits.expGolomb(), "pic_parameter_set_id");
        frameNumber = bits.unsigned(parameters.frameNumberBits);
        idrPictureId = idr ? bits.expGolomb() : -1;
        orderCountLsb = bits.unsigned(parameters.orderCountBits);
        if (type == B) {
            Refusal.expect(0, bits.bit(), "direct_spatial_mv_pred_flag");
        }
        if (type != I) {
            boolean override = bits.bit() == 1;
            for (int list = 0; list <= type; list++) {
                active[list] = override ? 1 + bits.expGolomb() : parameters.active[list];
                Refusal.unless(active[list] <= 32, active[list] + " active references");
            }
            for (int list = 0; list <= type; list++) {
                modification(bits, modifications.get(list), active[list]);
            }
        }
        if (idr) {
            Refusal.expect(0, bits.bit(), "no_output_of_prior_pics_flag");
        }
        longTerm = idr && bits.bit() == 1;
        if (reference && !idr) {
            Refusal.expect(0, bits.bit(), "adaptive_ref_pic_marking_mode_flag");
        }
        initialisation = type == I ? -1 : bits.expGolomb();
        Refusal.unless(initialisation <= 2, "cabac_init_idc " + initialisation);
        quantiser = parameters.quantiser + bits.signedExpGolomb();
        Refusal.unless(quantiser >= 0 && quantiser <= 51, "the slice's quantiser " + quantiser);
        Refusal.expect(1, bits.expGolomb(), "disable_deblocking_filter_idc");
    }

    private static void modification(CabacDecoder bits, List<Modification> entries, int active) {
        if (bits.bit() == 0) {
            return;
        }
        int kind = bits.expGolomb();
        Refusal.unless(kind != 3, "a list modification that modifies nothing");
        while (kind != 3) {
            Refusal.unless(kind < 3, "modification_of_pic_nums_idc " + kind);
            entries.add(new Modification(kind, bits.expGolomb()));
            Refusal.unless(entries.size() <= active, "more list modifications than active references");
            kind = bits.expGolomb();
        }
    }
}
