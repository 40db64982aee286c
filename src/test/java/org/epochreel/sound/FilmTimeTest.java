package org.epochreel.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epochreel.frame.FrameRate;
import org.junit.jupiter.api.Test;

class FilmTimeTest {

    @Test
    void framesBeginOnTheFirstSampleThatIsNotBeforeThem() {
        FilmTime film = new FilmTime(new FrameRate(30000, 1001), 1_000_000);
        assertEquals(0, film.sampleOf(0, 44100));
        assertEquals(1472, film.sampleOf(1, 44100));
        // A million frames last 33366.6 s exactly: nothing drifts.
        assertEquals(1_471_470_000L, film.samples(44100));
    }

    @Test
    void aFilmWithoutFramesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FilmTime(FrameRate.of(15), 0));
    }

    @Test
    void aTrackTellsDurationsAndTimesOfItsUnits() {
        CodedBytes unit = CodedBytes.copyOf(new byte[] {1, 2, 3});
        AudioTrack track = AudioTrack.of(CodedBytes.copyOf(new byte[2]), 44100, 2, List.of(unit, unit, unit),
                1024, 1500);
        assertEquals(1024, track.duration(0));
        assertEquals(1024, track.duration(1));
        assertEquals(476, track.duration(2));
        assertEquals(-1024, track.start(0));
        assertEquals(1024, track.start(2));
        assertEquals(9, track.media().remaining());
        assertEquals(3 * 8 * 44100 / 1024, track.bitRate());
        assertTrue(track.peakBitRate() >= track.bitRate());
    }

    @Test
    void unitsThatDoNotCoverTheirSamplesAreRefused() {
        List<CodedBytes> units = List.of(CodedBytes.copyOf(new byte[3]));
        CodedBytes config = CodedBytes.copyOf(new byte[2]);
        assertThrows(IllegalArgumentException.class, () -> AudioTrack.of(config, 44100, 2, units, 1024, 1));
        assertThrows(IllegalArgumentException.class, () -> AudioTrack.of(config, 44100, 2, units, 0, 0));
    }
}
