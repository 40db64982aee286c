package org.epochreel.sound.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.epochreel.frame.FrameRate;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.FilmTime;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.aac.Adts;
import org.epochreel.sound.aac.JaadDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AacTrackTest {

    private static final int RATE = 44100;
    private static final int LENGTH = 3 * RATE + 17;
    private static final FilmTime LONG_FILM = new FilmTime(FrameRate.of(15), 150);
    private static final FilmTime TWO_SECONDS = new FilmTime(FrameRate.of(15), 30);
    private static final double[] SOUND =
            Signals.of(LENGTH, i -> 0.4 * StrictMath.sin(i * (0.02 + i * 1e-6)) + (i % 20_000 == 9_000 ? 0.3 : 0));
    private static final AudioTrack TRACK = AacEncoder.encode(new Pcm(RATE, SOUND, SOUND), 128_000);

    @TempDir
    private Path folder;

    private SourceTrack read(byte[] bytes) throws TrackException, IOException {
        return SourceTrack.read(Files.write(folder.resolve("track"), bytes));
    }

    private String refusal(byte[] bytes) {
        return assertThrows(TrackException.class, () -> read(bytes)).getMessage();
    }

    private AudioTrack whole(byte[] bytes) throws TrackException, IOException {
        return read(bytes).forFilm(LONG_FILM, TrackEdit.NONE, 160_000);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void anMp4IsCopiedUnitByUnit() throws Exception {
        assertEquals(TRACK, whole(new TestMp4(TRACK).bytes()));
        assertEquals(TRACK, whole(new TestMp4(TRACK).wide().wideEdit(0, 1024).bytes()));
        assertEquals(TRACK, whole(new TestMp4(TRACK, RATE).withPicture().bytes()));
        assertTrue(read(new TestMp4(TRACK).bytes()).isCopied(TrackEdit.NONE));
    }

    @Test
    void anAdtsStreamIsCopiedUnitByUnitAndWhollyHeard() throws Exception {
        AudioTrack copied = whole(Adts.of(TRACK));
        assertEquals(TRACK.units(), copied.units());
        assertEquals(TRACK.config(), copied.config());
        assertEquals(0, copied.priming());
        assertEquals(1024L * TRACK.units().size(), copied.length());
    }

    @Test
    void tagsAroundAnAdtsStreamAreNotItsSound() throws Exception {
        byte[] before = TestMp4.concat(ascii("ID3\4\0\0\0\0\1\2"), new byte[130]);
        byte[] after = Arrays.copyOf(ascii("TAGtitle"), 128);
        assertEquals(TRACK.units(), whole(TestMp4.concat(before, Adts.of(TRACK), after)).units());
    }

    @ParameterizedTest
    @CsvSource({"0, 1024", "0.001, 1068", "0.5, 1570", "1.234567, 1196"})
    void aCutIsExactToTheSampleWhereverItIs(double offset, int priming) throws Exception {
        AudioTrack cut = read(new TestMp4(TRACK).bytes()).forFilm(TWO_SECONDS, new TrackEdit(offset, 0, 0), 160_000);
        assertEquals(Math.min(2 * RATE, LENGTH - Math.round(offset * RATE)), cut.length());
        assertEquals(priming, cut.priming());
        assertTrue(cut.units().size() <= cut.length() / 1024 + 3);
        double[] all = JaadDecoder.decode(TRACK).channel(0);
        double[] heard = JaadDecoder.decode(cut).channel(0);
        int start = (int) Math.round(offset * RATE);
        for (int i = 0; i < heard.length; i++) {
            assertEquals(all[start + i], heard[i], 1.01 / 32768, "at " + i);
        }
    }

    @Test
    void withAGainOrAFadeItIsEncodedAnew() throws Exception {
        SourceTrack source = read(new TestMp4(TRACK).bytes());
        TrackEdit edit = new TrackEdit(0.5, -6, 1);
        assertFalse(source.isCopied(edit));
        AudioTrack edited = source.forFilm(TWO_SECONDS, edit, 160_000);
        assertEquals(2 * RATE, edited.length());
        double[] heard = JaadDecoder.decode(edited).channel(0);
        double factor = StrictMath.pow(10, -6 / 20.0);
        double[] expected = Signals.of(2 * RATE, i -> factor * SOUND[RATE / 2 + i]
                * (i < RATE ? 1 : 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * (i - RATE + 1) / RATE)));
        assertTrue(Signals.signalToNoise(expected, heard, 0, 2 * RATE) > 25);
    }

    @Test
    void withoutAnEditListITunesTagTellsThePriming() throws Exception {
        AudioTrack tagged = whole(new TestMp4(TRACK).withoutEdits().gapless(1024, 500, 100_000).bytes());
        assertEquals(1024, tagged.priming());
        assertEquals(100_000, tagged.length());
        AudioTrack untagged = whole(new TestMp4(TRACK).withoutEdits().bytes());
        assertEquals(0, untagged.priming());
        assertEquals(LENGTH + 1024, untagged.length());
    }

    @Test
    void silenceBeforeTheSoundIsLeftOut() throws Exception {
        assertEquals(1024, whole(new TestMp4(TRACK).edit(3000, -1, 1024).bytes()).priming());
    }

    @Test
    void anEditListOfSeveralPartsIsRefused() {
        assertTrue(refusal(new TestMp4(TRACK).edit(1000, 1024, 50_000).bytes())
                .startsWith("the track is cut into several parts"));
        assertEquals("nothing of the track is to be heard by its edit list",
                refusal(new TestMp4(TRACK).edit(1000, 1 << 30).bytes()));
    }

    @ParameterizedTest
    @CsvSource({"alac, ALAC (Apple Lossless)", "Opus, Opus", "fLaC, FLAC", ".mp3, MP3", "ac-3, AC-3 (Dolby Digital)",
        "sowt, uncompressed sound within MP4 or QuickTime", "xyz1, sound of the kind \"xyz1\""})
    void otherCodesInAnMp4AreRefusedByTheirNames(String entry, String name) {
        assertEquals("this is " + name + "; taken are WAV and AAC-LC (.m4a, .mp4, .aac)",
                refusal(new TestMp4(TRACK).entry(entry).bytes()));
    }

    @ParameterizedTest
    @CsvSource({"drms", "enca"})
    void protectedTracksAreRefused(String entry) {
        assertEquals("the track is encrypted (DRM) and cannot be used; taken are WAV and AAC-LC without protection",
                refusal(new TestMp4(TRACK).entry(entry).bytes()));
    }

    @Test
    void otherKindsOfAacAreRefusedByTheirNames() {
        assertTrue(refusal(new TestMp4(TRACK).config(0x2b, 0x92, 0x08, 0).bytes()).startsWith("this is HE-AAC;"));
        assertTrue(refusal(new TestMp4(TRACK).config(0xeb, 0x8a, 0x08, 0).bytes()).startsWith("this is HE-AAC v2;"));
        // AAC-LC whose configuration adds that band replication follows.
        assertTrue(refusal(new TestMp4(TRACK).config(0x13, 0x90, 0x56, 0xe5, 0xa0).bytes())
                .startsWith("this is HE-AAC;"));
        assertTrue(refusal(new TestMp4(TRACK).config(0x0a, 0x10).bytes()).startsWith("this is AAC Main;"));
        assertTrue(refusal(new TestMp4(TRACK).config(0xf9, 0x48, 0x50, 0).bytes()).startsWith("this is xHE-AAC;"));
        assertTrue(refusal(new TestMp4(TRACK).object(0x6b).bytes()).startsWith("this is MP3;"));
        assertEquals("the track has 8 channels; one or two are taken",
                refusal(new TestMp4(TRACK).config(0x12, 0x38).bytes()));
        assertEquals("the track has 6 channels; one or two are taken",
                refusal(new TestMp4(TRACK).config(0x12, 0x30).bytes()));
        assertTrue(refusal(new TestMp4(TRACK).config(0x12, 0x14).bytes()).contains("frames of 960 samples"));
    }

    @Test
    void aConfigurationThatIsNotTheUnitsIsNoticed() {
        assertEquals("access unit 1 is damaged: it has more channels than 1",
                refusal(new TestMp4(TRACK).config(0x12, 0x08).bytes()));
    }

    @Test
    void otherFilesAreRefusedByTheirNames() {
        String taken = "; taken are WAV and AAC-LC (.m4a, .mp4, .aac)";
        assertEquals("this is MP3" + taken, refusal(ascii("\u00ff\u00fb\u0090\0abc")));
        assertEquals("this is MP3" + taken,
                refusal(TestMp4.concat(ascii("ID3\4\0\0\0\0\0\4"), new byte[4], ascii("\u00ff\u00fb\u0090\0abc"))));
        assertEquals("this is Opus (Ogg)" + taken, refusal(ascii("OggS\0\2\0\0\0\0\0\0\0\0abcdefghijklmOpusHead")));
        assertEquals("this is FLAC" + taken, refusal(ascii("fLaC\0\0\0\42")));
        assertEquals("this is Matroska or WebM" + taken, refusal(ascii("\u001aE\u00df\u00a3abcd")));
        assertEquals("this is AIFF" + taken, refusal(ascii("FORM\0\0\0\0AIFF")));
        assertEquals("this is no sound that is known" + taken, refusal(ascii("title: a scene\n")));
        assertEquals("this is no sound that is known" + taken, refusal(ascii("x")));
        assertEquals("the MP4 file has no sound track", refusal(new TestMp4(TRACK).handler("text").bytes()));
    }

    @Test
    void adtsStreamsOfOtherKindsAreRefused() {
        byte[] stream = Adts.of(TRACK);
        byte[] main = stream.clone();
        main[2] &= 0x3f;
        assertTrue(refusal(main).startsWith("this is AAC Main;"));
        byte[] wide = stream.clone();
        wide[2] |= 1;
        wide[3] |= (byte) 0xc0;
        assertEquals("the track has 8 channels; one or two are taken", refusal(wide));
        byte[] changing = stream.clone();
        int second = TRACK.units().get(0).size() + 7;
        changing[second + 2] ^= 4;
        assertEquals("from frame 2 on the track has another profile, rate or number of channels", refusal(changing));
        byte[] broken = stream.clone();
        broken[second] = 0;
        assertEquals("frame 2, at byte " + second + ", does not begin as an AAC frame does; the file is damaged",
                refusal(broken));
    }

    @Test
    void aStreamThatIsCutOffIsRefusedWithTheFrame() {
        byte[] stream = Adts.of(TRACK);
        assertEquals("the file is cut off: frame " + TRACK.units().size() + " is incomplete",
                refusal(Arrays.copyOf(stream, stream.length - 1)));
    }

    @Test
    void anMp4ThatIsCutOffAnywhereIsRefused() {
        byte[] file = new TestMp4(TRACK).bytes();
        Random random = new Random(2);
        for (int trial = 0; trial < 200; trial++) {
            int length = trial < 100 ? 8 + trial * 13 : random.nextInt(8, file.length);
            assertTrue(refusal(Arrays.copyOf(file, length)).startsWith("the file is cut off: "), () -> "at " + length);
        }
        assertEquals("the file is cut off: it has no header (moov), as when recording was interrupted",
                refusal(Arrays.copyOf(file, 20)));
    }

    @Test
    void aDamagedHeaderIsReadOrRefusedButNeverBreaksTheReader() throws Exception {
        byte[] file = new TestMp4(TRACK).gapless(1024, 3, 1000).bytes();
        int header = file.length - TRACK.media().remaining();
        Random random = new Random(4);
        int refused = 0;
        for (int trial = 0; trial < 800; trial++) {
            byte[] damaged = file.clone();
            damaged[random.nextInt(header)] = (byte) random.nextInt(256);
            try {
                read(damaged).forFilm(TWO_SECONDS, TrackEdit.NONE, 160_000);
            } catch (TrackException e) {
                assertFalse(e.getMessage().isBlank());
                refused++;
            }
        }
        assertTrue(refused > 100, refused + " refused");
    }

    @Test
    void anMp4InFragmentsIsRefusedWithTheWayOut() {
        byte[] fragments = TestMp4.concat(TestMp4.box("ftyp", ascii("iso5\0\0\0\0")), TestMp4.box("moof", new byte[8]),
                TestMp4.box("mdat", new byte[8]));
        assertTrue(refusal(fragments).startsWith("the MP4 file is in fragments; an ordinary one is taken"));
    }
}
