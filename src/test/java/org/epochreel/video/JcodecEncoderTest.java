package org.epochreel.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Test;

class JcodecEncoderTest {

    private static final FrameSize SIZE = new FrameSize(70, 50);

    @Test
    void theSequenceParameterSetSaysWhatTheStreamIs() {
        ParameterSets sets = new JcodecEncoder(SIZE, new FrameRate(30000, 1001)).parameterSets();
        assertEquals(66, sets.profile());
        assertEquals(0xc0, sets.profileCompatibility());
        assertEquals(21, sets.level());
        NalBits sps = new NalBits(bytes(sets.sps()));
        assertEquals(66, sps.u(8));
        assertEquals(0xc0, sps.u(8));
        assertEquals(21, sps.u(8));
        assertEquals(0, sps.ue(), "seq_parameter_set_id");
        assertEquals(12, sps.ue(), "log2_max_frame_num_minus4");
        assertEquals(2, sps.ue(), "pic_order_cnt_type");
        assertEquals(1, sps.ue(), "max_num_ref_frames");
        assertFalse(sps.flag(), "gaps_in_frame_num_value_allowed_flag");
        assertEquals(4, sps.ue(), "pic_width_in_mbs_minus1");
        assertEquals(3, sps.ue(), "pic_height_in_map_units_minus1");
        assertTrue(sps.flag(), "frame_mbs_only_flag");
        assertTrue(sps.flag(), "direct_8x8_inference_flag");
        assertTrue(sps.flag(), "frame_cropping_flag");
        assertEquals(0, sps.ue(), "frame_crop_left_offset");
        assertEquals(5, sps.ue(), "frame_crop_right_offset");
        assertEquals(0, sps.ue(), "frame_crop_top_offset");
        assertEquals(7, sps.ue(), "frame_crop_bottom_offset");
        assertTrue(sps.flag(), "vui_parameters_present_flag");
        assertTrue(sps.flag(), "aspect_ratio_info_present_flag");
        assertEquals(1, sps.u(8), "aspect_ratio_idc");
        assertFalse(sps.flag(), "overscan_info_present_flag");
        assertTrue(sps.flag(), "video_signal_type_present_flag");
        assertEquals(5, sps.u(3), "video_format");
        assertFalse(sps.flag(), "video_full_range_flag");
        assertTrue(sps.flag(), "colour_description_present_flag");
        assertEquals(0x010101, sps.u(24), "colour_primaries, transfer_characteristics, matrix_coefficients");
        assertTrue(sps.flag(), "chroma_loc_info_present_flag");
        assertEquals(1, sps.ue(), "chroma_sample_loc_type_top_field");
        assertEquals(1, sps.ue(), "chroma_sample_loc_type_bottom_field");
        assertTrue(sps.flag(), "timing_info_present_flag");
        assertEquals(1001, sps.u(32), "num_units_in_tick");
        assertEquals(60000, sps.u(32), "time_scale");
        assertTrue(sps.flag(), "fixed_frame_rate_flag");
        assertEquals(0, sps.u(3), "nal_hrd, vcl_hrd, pic_struct_present_flag");
        assertTrue(sps.flag(), "bitstream_restriction_flag");
        assertTrue(sps.flag(), "motion_vectors_over_pic_boundaries_flag");
        assertEquals(0, sps.ue(), "max_bytes_per_pic_denom");
        assertEquals(0, sps.ue(), "max_bits_per_mb_denom");
        assertEquals(13, sps.ue(), "log2_max_mv_length_horizontal");
        assertEquals(13, sps.ue(), "log2_max_mv_length_vertical");
        assertEquals(0, sps.ue(), "max_num_reorder_frames");
        assertEquals(1, sps.ue(), "max_dec_frame_buffering");
        assertTrue(sps.atTrailingBits());
    }

    @Test
    void everyPictureIsOneSliceNumberedSinceItsKeyframe() throws IOException {
        JcodecEncoder encoder = new JcodecEncoder(SIZE, FrameRate.of(15));
        ColorConverter converter = new ColorConverter(SIZE);
        TestFrames frames = new TestFrames(SIZE);
        boolean[] asked = {false, false, false, true, true, true, false, true, false};
        int[] frameNumbers = {0, 1, 2, 0, 0, 0, 1, 0, 1};
        int[] idrPictureIds = {0, -1, -1, 0, 1, 0, -1, 0, -1};
        List<byte[]> units = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            YuvPicture picture = converter.convert(frames.chart(i));
            encoder.encode(picture, converter.changed(), asked[i], unit -> {
                assertEquals(units.size(), unit.frame());
                assertEquals(idrPictureIds[units.size()] >= 0, unit.keyframe(), "picture " + units.size());
                units.add(bytes(unit.bytes()));
            });
        }
        encoder.flush(unit -> units.add(bytes(unit.bytes())));
        assertEquals(asked.length, units.size());
        for (int i = 0; i < asked.length; i++) {
            boolean idr = idrPictureIds[i] >= 0;
            byte[] bytes = units.get(i);
            assertEquals(bytes.length - 4, ByteBuffer.wrap(bytes).getInt());
            assertEquals(idr ? 0x65 : 0x61, bytes[4]);
            assertTrue(bytes[bytes.length - 1] != 0, "a NAL unit ends in zero");
            NalBits slice = new NalBits(Arrays.copyOfRange(bytes, 4, bytes.length));
            assertEquals(0, slice.ue(), "first_mb_in_slice");
            assertEquals(idr ? 2 : 0, slice.ue(), "slice_type");
            assertEquals(0, slice.ue(), "pic_parameter_set_id");
            assertEquals(frameNumbers[i], slice.u(16), "frame_num of picture " + i);
            if (idr) {
                assertEquals(idrPictureIds[i], slice.ue(), "idr_pic_id of picture " + i);
            }
        }
    }

    @Test
    void frameNumbersWrapAsTheParameterSetSays() throws IOException {
        FrameSize tiny = new FrameSize(16, 16);
        JcodecEncoder encoder = new JcodecEncoder(tiny, FrameRate.of(15));
        YuvPicture picture = new ColorConverter(tiny).convert(new TestFrames(tiny).flat(TestFrames.BLUE));
        byte[][] last = new byte[1][];
        encoder.encode(picture, MacroblockSet.allOf(tiny), true, unit -> last[0] = bytes(unit.bytes()));
        for (int i = 1; i <= 65_537; i++) {
            encoder.encode(picture, MacroblockSet.noneOf(tiny), false, unit -> last[0] = bytes(unit.bytes()));
        }
        NalBits slice = new NalBits(Arrays.copyOfRange(last[0], 4, last[0].length));
        slice.ue();
        slice.ue();
        slice.ue();
        assertEquals(1, slice.u(16));
    }

    @Test
    void untouchedMacroblocksAreThoseOfThePictureBefore() throws IOException {
        JcodecEncoder partly = new JcodecEncoder(SIZE, FrameRate.of(15));
        JcodecEncoder wholly = new JcodecEncoder(SIZE, FrameRate.of(15));
        ColorConverter converter = new ColorConverter(SIZE);
        TestFrames frames = new TestFrames(SIZE);
        List<byte[]> expected = new ArrayList<>();
        List<byte[]> units = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            YuvPicture picture = converter.convert(frames.chart(i));
            wholly.encode(picture, MacroblockSet.allOf(SIZE), false, unit -> expected.add(bytes(unit.bytes())));
            partly.encode(picture, converter.changed(), false, unit -> units.add(bytes(unit.bytes())));
        }
        assertEquals(6, units.size());
        for (int i = 0; i < 6; i++) {
            assertArrayEquals(expected.get(i), units.get(i));
        }
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() {
        JcodecEncoder encoder = new JcodecEncoder(SIZE, FrameRate.of(15));
        YuvPicture other = new YuvPicture(new FrameSize(64, 48));
        List<AccessUnit> units = new ArrayList<>();
        assertThrows(IllegalArgumentException.class,
                () -> encoder.encode(other, MacroblockSet.noneOf(SIZE), true, units::add));
        assertEquals(List.of(), units);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
