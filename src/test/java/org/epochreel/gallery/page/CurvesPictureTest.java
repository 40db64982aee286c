package org.epochreel.gallery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.gallery.page.CurvesPicture.Tick;
import org.junit.jupiter.api.Test;

class CurvesPictureTest {

    private static Curve curve(double... pairs) {
        ImmutableDoubleArray.Builder x = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            x.add(pairs[i]);
            y.add(pairs[i + 1]);
        }
        return new Curve(x.build(), y.build());
    }

    private static CurvesPicture picture(Curve data, Curve... curves) {
        ImmutableList<PageMember> members = ImmutableList.copyOf(curves).stream()
                .map(curve -> new PageMember(BigInteger.ONE, new Clip("a.mp4", 1, FrameRate.of(15), new FrameSize(16, 16)),
                        new PageMember.SideFiles("a.png", "a.csv", "a.json"),
                        new Outcome(1, Outcome.State.FINISHED, 1, 1, Optional.empty()), curve))
                .collect(ImmutableList.toImmutableList());
        return CurvesPicture.of(new GalleryContents("", "", SampleGallery.seeds(curves.length), Optional.empty(), members, data,
                Optional.empty(), true));
    }

    @Test
    void theDataFillTheBoxButForAMargin() {
        CurvesPicture picture = picture(curve(0, 0, 10, 100), curve(0, 0, 10, 100));
        assertEquals("M0.0 577.8L1000.0 22.2", picture.curves().get(0));
        assertEquals("M0.0 577.8h0M1000.0 22.2h0", picture.data());
    }

    @Test
    void aWildCurveLeavesTheBoxAndTheOthersKeepTheirs() {
        CurvesPicture picture = picture(curve(0, 0, 10, 100), curve(0, 0, 10, 100), curve(0, 50, 10, 1e300));
        double top = Double.parseDouble(picture.curves().get(0).replaceFirst(".* ", ""));
        assertTrue(top > 100 && top < 200, picture.curves().get(0));
        assertTrue(picture.curves().get(1).endsWith("L1000.0 -600.0"), picture.curves().get(1));
    }

    @Test
    void aCurveIsBrokenWhereItHasNoValue() {
        CurvesPicture picture = picture(curve(0, -1, 10, 1), curve(0, 0, 1, Double.NaN, 2, 0, 3, 0));
        assertEquals("M0.0 300.0M200.0 300.0L300.0 300.0", picture.curves().get(0));
    }

    @Test
    void infiniteValuesPointOutOfTheBox() {
        CurvesPicture picture = picture(curve(0, -1, 10, 1), curve(0, 0, 10, Double.NEGATIVE_INFINITY));
        assertEquals("M0.0 300.0L1000.0 1200.0", picture.curves().get(0));
    }

    @Test
    void ticksAreRoundAndInPlace() {
        CurvesPicture picture = picture(curve(-10, -60, 9.8, 80), curve(-10, 0, 9.8, 0));
        assertEquals(ImmutableList.of("\u221210", "\u22125", "0", "5"),
                picture.across().stream().map(Tick::label).collect(ImmutableList.toImmutableList()));
        assertEquals(new Tick("50.5%", "0"), picture.across().get(2));
        assertEquals(ImmutableList.of("\u221250", "0", "50"),
                picture.up().stream().map(Tick::label).collect(ImmutableList.toImmutableList()));
    }

    @Test
    void smallRangesHaveTicksThatDiffer() {
        CurvesPicture picture = picture(curve(0, 1e-9, 1, 5e-9), curve(0, 1e-9, 1, 5e-9));
        assertEquals(ImmutableList.of("1e\u22129", "2e\u22129", "3e\u22129", "4e\u22129", "5e\u22129"),
                picture.up().stream().map(Tick::label).collect(ImmutableList.toImmutableList()));
    }

    @Test
    void nothingAndAStraightLineStillHaveABox() {
        CurvesPicture empty = picture(curve(), curve());
        assertEquals("", empty.curves().get(0));
        CurvesPicture flat = picture(curve(), curve(0, 3, 1, 3));
        assertEquals("M0.0 300.0L1000.0 300.0", flat.curves().get(0));
    }
}
