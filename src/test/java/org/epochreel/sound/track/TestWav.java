package org.epochreel.sound.track;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files to test with, right ones and wrong ones. */
final class TestWav {

    private int tag = 1;
    private int bits = 16;
    private int rate = 44100;
    private int channels = 1;
    private boolean extensible;
    private long announced = -1;

    TestWav floating(int bitsOfSample) {
        tag = 3;
        bits = bitsOfSample;
        return this;
    }

    TestWav tag(int formatTag) {
        tag = formatTag;
        return this;
    }

    TestWav bits(int bitsOfSample) {
        bits = bitsOfSample;
        return this;
    }

    TestWav rate(int samplesPerSecond) {
        rate = samplesPerSecond;
        return this;
    }

    TestWav channels(int count) {
        channels = count;
        return this;
    }

    TestWav extensible() {
        extensible = true;
        return this;
    }

    /** The size that its header tells, whatever is there. */
    TestWav announcing(long size) {
        announced = size;
        return this;
    }

    /** @param samples channels alternate */
    byte[] of(double... samples) {
        ByteBuffer data = ByteBuffer.allocate(samples.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            put(data, sample);
        }
        return of(data.array());
    }

    byte[] of(byte[] data) {
        ByteBuffer format = ByteBuffer.allocate(extensible ? 40 : 16).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort((short) (extensible ? 0xfffe : tag)).putShort((short) channels).putInt(rate)
                .putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8)).putShort((short) bits);
        if (extensible) {
            format.putShort((short) 22).putShort((short) bits).putInt(3).putShort((short) tag).putShort((short) 0);
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        // A chunk of an odd size that nobody needs, with its pad byte.
        chunk(chunks, "LIST", new byte[] {1, 2, 3}, 3);
        chunk(chunks, "fmt ", format.array(), format.capacity());
        chunk(chunks, "data", data, announced < 0 ? data.length : announced);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(littleEndian(chunks.size() + 4));
        file.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(chunks.toByteArray());
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body, long size) {
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(littleEndian(size));
        out.writeBytes(body);
        if (body.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
    }

    private void put(ByteBuffer data, double sample) {
        if (tag == 3) {
            if (bits == 32) {
                data.putFloat((float) sample);
            } else {
                data.putDouble(sample);
            }
            return;
        }
        long value = Math.round(sample * (Math.scalb(1.0, bits - 1) - 1)) + (bits == 8 ? 128 : 0);
        for (int shift = 0; shift < bits; shift += 8) {
            data.put((byte) (value >> shift));
        }
    }
}
