package org.epochreel.sound.track;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.epochreel.frame.FrameRate;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.FilmTime;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.aac.JaadDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavTrackTest {

    private static final FilmTime TWO_SECONDS = new FilmTime(FrameRate.of(15), 30);
    private static final int BIT_RATE = AacEncoder.DEFAULT_BIT_RATE;

    @TempDir
    private Path folder;

    private SourceTrack read(byte[] bytes) throws TrackException, IOException {
        return SourceTrack.read(Files.write(folder.resolve("track.wav"), bytes));
    }

    private Pcm heard(byte[] bytes, TrackEdit edit) throws TrackException, IOException {
        return JaadDecoder.decode(read(bytes).forFilm(TWO_SECONDS, edit, BIT_RATE));
    }

    private String refusal(byte[] bytes) {
        return assertThrows(TrackException.class, () -> read(bytes)).getMessage();
    }

    private static double[] tone(int rate, double amplitude) {
        return Signals.sine(rate, rate, 440, amplitude);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, false, 20", "1, 16, false, 45", "1, 24, false, 45", "1, 32, false, 45", "3, 32, false, 45",
        "3, 64, false, 45", "1, 16, true, 45", "1, 24, true, 45", "3, 32, true, 45"})
    void samplesOfEveryKindAreRead(int tag, int bits, boolean extensible, double least) throws Exception {
        double[] tone = tone(44100, 0.5);
        TestWav wav = new TestWav().tag(tag).bits(bits);
        SourceTrack track = read((extensible ? wav.extensible() : wav).of(tone));
        assertEquals(44100, track.sampleRate());
        assertEquals(44100, track.length());
        AudioTrack coded = track.forFilm(TWO_SECONDS, TrackEdit.NONE, BIT_RATE);
        AudioTrack direct = AacEncoder.encode(new Pcm(44100, tone), BIT_RATE);
        double agreement = Signals.signalToNoise(JaadDecoder.decode(direct).channel(0),
                JaadDecoder.decode(coded).channel(0), 0, 44100);
        assertTrue(agreement > least, () -> agreement + " dB");
    }

    @Test
    void channelsAlternate() throws Exception {
        double[] left = tone(44100, 0.5);
        Pcm heard = heard(new TestWav().channels(2).of(Signals.of(88200, i -> i % 2 == 0 ? left[i / 2] : 0)),
                TrackEdit.NONE);
        assertTrue(Signals.signalToNoise(left, heard.channel(0), 0, 44100) > 30);
        assertTrue(Signals.level(heard.channel(1), 0, 44100) < -80);
    }

    @ParameterizedTest
    @CsvSource({"48000, 48000", "44100, 44100", "22050, 44100", "88200, 44100", "8000, 48000", "96000, 48000",
        "32000, 48000", "12345, 48000"})
    void anyRateIsBroughtToTheNearestOfTwo(int rate, int encoded) throws Exception {
        AudioTrack track = read(new TestWav().rate(rate).of(tone(rate, 0.5)))
                .forFilm(TWO_SECONDS, TrackEdit.NONE, BIT_RATE);
        assertEquals(encoded, track.sampleRate());
        assertEquals(encoded, track.length());
        assertTrue(Signals.signalToNoise(tone(encoded, 0.5), JaadDecoder.decode(track).channel(0), 2000,
                encoded - 2000) > 30);
    }

    @Test
    void aLongTrackEndsWithTheFilmAndAShortOneByItself() throws Exception {
        byte[] bytes = new TestWav().of(Signals.sine(3 * 44100, 44100, 440, 0.5));
        assertEquals(2 * 44100, read(bytes).forFilm(TWO_SECONDS, TrackEdit.NONE, BIT_RATE).length());
        assertEquals(44100, read(bytes).forFilm(TWO_SECONDS, new TrackEdit(2, 0, 0), BIT_RATE).length());
    }

    @Test
    void theOffsetIsWhereTheFilmBegins() throws Exception {
        double[] click = Signals.of(3 * 44100, i -> i == 66150 + 1000 ? 0.9 : 0);
        Pcm heard = heard(new TestWav().bits(24).of(click), new TrackEdit(1.5, 0, 0));
        int loudest = 0;
        for (int i = 0; i < heard.length(); i++) {
            loudest = Math.abs(heard.channel(0)[i]) > Math.abs(heard.channel(0)[loudest]) ? i : loudest;
        }
        assertEquals(1000, loudest);
    }

    @Test
    void gainIsInDecibels() throws Exception {
        Pcm heard = heard(new TestWav().of(tone(44100, 0.1)), new TrackEdit(0, 6, 0));
        assertEquals(20 * StrictMath.log10(0.1) - 3.01 + 6, Signals.level(heard.channel(0), 4410, 39690), 0.05);
    }

    @Test
    void aGainThatClipsIsRefusedWithTheMostThatDoesNot() {
        TrackException e = assertThrows(TrackException.class,
                () -> heard(new TestWav().of(tone(44100, 0.5)), new TrackEdit(0, 12, 0)));
        assertEquals("with a gain of 12.0 dB the track would clip; 6.0 dB is the most that its loudest sample allows",
                e.getMessage());
    }

    @Test
    void theFadeEndsInSilenceAtTheFilmsEnd() throws Exception {
        byte[] bytes = new TestWav().of(Signals.sine(3 * 44100, 44100, 440, 0.5));
        double[] heard = heard(bytes, new TrackEdit(0, 0, 1)).channel(0);
        double full = Signals.level(heard, 10_000, 40_000);
        assertEquals(full - 6.02, Signals.level(heard, 66150 - 400, 66150 + 400), 0.3);
        assertTrue(Signals.level(heard, 88200 - 300, 88200) < full - 60);
        // Without one, what is cut fades so shortly that it does not click.
        double[] cut = heard(bytes, TrackEdit.NONE).channel(0);
        assertEquals(full, Signals.level(cut, 80_000, 87_000), 0.1);
        assertTrue(Signals.level(cut, 88190, 88200) < full - 20);
    }

    @Test
    void aSizeThatWasNotKnownWhenItWasWrittenIsTheRestOfTheFile() throws Exception {
        assertEquals(3, read(new TestWav().announcing(0xffff_ffffL).of(0, 0.1, 0.2)).length());
        assertEquals(3, read(new TestWav().announcing(0).of(0, 0.1, 0.2)).length());
    }

    @Test
    void sizesOf64BitsAreRead() throws Exception {
        byte[] plain = new TestWav().announcing(0xffff_ffffL).of(0, 0.1, 0.2);
        byte[] sizes = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN).put("ds64".getBytes(US_ASCII))
                .putInt(28).putLong(1000).putLong(4).putLong(2).putInt(0).array();
        byte[] large = TestMp4.concat("RF64".getBytes(US_ASCII), Arrays.copyOfRange(plain, 4, 12), sizes,
                Arrays.copyOfRange(plain, 12, plain.length));
        assertEquals(2, read(large).length());
    }

    @Test
    void whatCannotBeTakenIsRefusedByItsName() {
        assertEquals("the track has 8 channels; one or two are taken",
                refusal(new TestWav().channels(8).of(new double[16])));
        assertEquals("the WAV file holds \u00b5-law; taken are 8, 16, 24 and 32 bits and floating numbers of 32 and "
                + "64 bits", refusal(new TestWav().tag(7).bits(8).of(0, 0)));
        assertTrue(refusal(new TestWav().tag(0x55).bits(16).of(0, 0)).startsWith("the WAV file holds MP3;"));
        assertTrue(refusal(new TestWav().bits(64).of(0, 0))
                .startsWith("the WAV file has samples of 64 bits in 8 bytes;"));
        assertEquals("the WAV file has 0 samples a second; taken are 4000 to 768000",
                refusal(new TestWav().rate(0).of(0, 0)));
        assertEquals("the WAV file has no samples", refusal(new TestWav().of()));
        assertEquals("the file is empty", refusal(new byte[0]));
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        byte[] whole = new TestWav().of(tone(4410, 0.5));
        assertEquals("the file is cut off: it announces 8820 bytes of samples, but only 8720 are there",
                refusal(Arrays.copyOf(whole, whole.length - 100)));
        for (int length = 12; length < 64; length++) {
            int cut = length;
            assertFalse(refusal(Arrays.copyOf(whole, length)).isBlank(), () -> "at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void samplesThatAreNoNumbersAreRefused(double wrong) {
        TrackException e = assertThrows(TrackException.class,
                () -> heard(new TestWav().floating(32).of(0, 0.5, wrong, 0), TrackEdit.NONE));
        assertEquals("sample 3 is not a number", e.getMessage());
    }

    @Test
    void anOffsetBeyondTheEndIsRefused() {
        TrackException e = assertThrows(TrackException.class,
                () -> heard(new TestWav().of(tone(44100, 0.5)), new TrackEdit(1.25, 0, 0)));
        assertEquals("the offset of 1.25 s is not before the end of the track, which lasts 1 s", e.getMessage());
    }
}
