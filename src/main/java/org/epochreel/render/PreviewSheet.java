package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import org.epochreel.chart.draw.ContactSheet;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.picture.Png;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.sequence.WidestValue;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec;
import org.epochreel.text.PictureNumber;
import org.epochreel.text.RateNotation;

/** A film in one picture: some of its moments, each drawn small as the film draws it, with what a readout would say. */
final class PreviewSheet {

    private static final int MOMENTS = 12;

    private final Plan plan;
    private final Typefaces typefaces;
    private final RateNotation notation;
    private double latestRate = Double.NaN;

    /** @param plan of a film whose frames have the size of the sheet's */
    PreviewSheet(Plan plan, Typefaces typefaces) {
        this.plan = plan;
        this.typefaces = typefaces;
        this.notation = WidestValue.rates(plan);
    }

    /** Draws it and returns it as PNG. */
    byte[] draw(String title, FrameLoop loop) throws IOException {
        Theme theme = Theme.of(plan.scene().video().theme());
        ImmutableIntArray moments = plan.moments(MOMENTS);
        ContactSheet sheet = new ContactSheet(title, plan.scene().video().size(), moments.length(), theme,
                typefaces.with(plan.scene().video().font().map(VideoSpec.Font::face)));
        loop.moments(moments, (epoch, frame) -> sheet.add(frame, words(epoch)));
        return Png.encode(sheet.size(), sheet.pixels());
    }

    private ImmutableList<ContactSheet.Word> words(int epoch) {
        Metrics metrics = plan.run().metrics();
        double rate = epoch == 0 ? plan.scene().training().learningRate() : metrics.learningRate().get(epoch);
        ImmutableList.Builder<ContactSheet.Word> words = ImmutableList.builder();
        words.add(new ContactSheet.Word("epoch", Integer.toString(epoch), false));
        if (plan.trained().size() > 1) {
            return words.build();
        }
        words.add(new ContactSheet.Word("loss", PictureNumber.loss(metrics.trainLoss().get(epoch)), false));
        if (!Double.isNaN(rate)) {
            boolean changed = !Double.isNaN(latestRate) && rate != latestRate;
            words.add(new ContactSheet.Word("rate", notation.text(rate), changed));
        }
        latestRate = rate;
        return words.build();
    }
}
