package org.epochreel.sound.aac.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.aac.JaadDecoder;
import org.epochreel.sound.aac.decode.AacDecoder.DamagedUnitException;
import org.junit.jupiter.api.Test;

class AacDecoderTest {

    private static final int RATE = 44100;

    private static AudioTrack track() {
        double[] left = Signals.sum(Signals.sine(RATE, RATE, 440, 0.4), Signals.noise(RATE, 0.05, 7));
        double[] right = Signals.sum(Signals.sine(RATE, RATE, 660, 0.3),
                Signals.of(RATE, i -> i % 7000 == 3000 ? 0.5 : 0));
        return AacEncoder.encode(new Pcm(RATE, left, right), 128_000);
    }

    private static AudioTrack with(AudioTrack track, int unit, byte[] bytes) {
        List<CodedBytes> units = new ArrayList<>(track.units());
        units.set(unit, CodedBytes.copyOf(bytes));
        return AudioTrack.of(track.config(), track.sampleRate(), track.channels(), units, track.priming(),
                track.length());
    }

    @Test
    void agreesWithJaadsAsFarAsItsSixteenBitsGo() throws DamagedUnitException {
        AudioTrack track = track();
        Pcm ours = AacDecoder.decode(track);
        Pcm theirs = JaadDecoder.decode(track);
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < ours.length(); i++) {
                assertEquals(theirs.channel(c)[i], ours.channel(c)[i], 0.7 / 32768);
            }
        }
    }

    @Test
    void damagedUnitsAreToldByTheirNumberAndNeverBreakIt() throws DamagedUnitException {
        AudioTrack track = track();
        Random random = new Random(8);
        int damaged = 0;
        for (int trial = 0; trial < 400; trial++) {
            byte[] bytes = track.units().get(20).toArray();
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            AudioTrack broken = with(track, 20, bytes);
            try {
                assertEquals(RATE, AacDecoder.decode(broken).length());
            } catch (DamagedUnitException e) {
                assertTrue(e.getMessage().startsWith("access unit 21 is damaged: "), e.getMessage());
                damaged++;
            }
        }
        assertTrue(damaged > 100, damaged + " noticed");
    }

    @Test
    void aUnitThatEndsTooEarlyIsDamaged() {
        AudioTrack track = track();
        byte[] bytes = track.units().get(9).toArray();
        AudioTrack cut = with(track, 9, Arrays.copyOf(bytes, bytes.length / 2));
        DamagedUnitException e = assertThrows(DamagedUnitException.class, () -> AacDecoder.isExtended(cut));
        assertEquals("access unit 10 is damaged: its bits end too early", e.getMessage());
    }

    @Test
    void bandReplicationInAFillElementIsFound() throws DamagedUnitException {
        AudioTrack track = track();
        assertFalse(AacDecoder.isExtended(track));
        // A fill element of two bytes, the first half byte of which says 13, in front of everything.
        byte[] unit = track.units().get(3).toArray();
        byte[] extended = new byte[unit.length + 3];
        int[] head = {6, 3, 2, 4, 13, 4, 0, 12};
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < head.length; i += 2) {
            bits.append(String.format("%" + head[i + 1] + "s", Integer.toBinaryString(head[i])).replace(' ', '0'));
        }
        for (byte b : unit) {
            bits.append(String.format("%8s", Integer.toBinaryString(b & 0xff)).replace(' ', '0'));
        }
        for (int i = 0; i < bits.length(); i++) {
            extended[i / 8] |= (byte) (bits.charAt(i) - '0' << 7 - i % 8);
        }
        assertTrue(AacDecoder.isExtended(with(track, 3, extended)));
    }
}
