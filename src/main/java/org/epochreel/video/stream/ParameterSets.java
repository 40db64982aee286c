package org.epochreel.video.stream;

import java.nio.ByteBuffer;

/**
 * A stream's sequence and picture parameter set, each one NAL unit: its header byte (0x67, 0x68) and its escaped
 * payload, without a start code or a length. They hold for the whole stream; no access unit repeats them. Immutable.
 *
 * @param sps the sequence parameter set; every call returns a fresh read-only view
 * @param pps the picture parameter set; every call returns a fresh read-only view
 * @throws IllegalArgumentException if one of them is not a NAL unit of its type
 */
public record ParameterSets(ByteBuffer sps, ByteBuffer pps) {

    private static final int NAL_TYPE_SPS = 7;
    private static final int NAL_TYPE_PPS = 8;

    public ParameterSets {
        sps = checkedCopy(sps, NAL_TYPE_SPS, 4, "sequence");
        pps = checkedCopy(pps, NAL_TYPE_PPS, 2, "picture");
    }

    private static ByteBuffer checkedCopy(ByteBuffer unit, int type, int minLength, String name) {
        if (unit.remaining() < minLength || (unit.get(unit.position()) & 0x1f) != type) {
            throw new IllegalArgumentException(unit + " does not hold the NAL unit of a " + name + " parameter set");
        }
        byte[] copy = new byte[unit.remaining()];
        unit.duplicate().get(copy);
        return ByteBuffer.wrap(copy).asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer sps() {
        return sps.duplicate();
    }

    @Override
    public ByteBuffer pps() {
        return pps.duplicate();
    }

    /** The profile_idc, such as 66 for Baseline. */
    public int profile() {
        return sps.get(1) & 0xff;
    }

    /** The constraint_set flags as one byte, constraint_set0 in its highest bit. */
    public int profileCompatibility() {
        return sps.get(2) & 0xff;
    }

    /** The level_idc: ten times the level. */
    public int level() {
        return sps.get(3) & 0xff;
    }

    /** The same sets with another level_idc. */
    public ParameterSets withLevel(int level) {
        ByteBuffer changed = ByteBuffer.allocate(sps.remaining()).put(sps.duplicate()).flip();
        return new ParameterSets(changed.put(3, (byte) level), pps);
    }
}
