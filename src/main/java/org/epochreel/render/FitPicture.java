package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.Theme;
import org.epochreel.metrics.Metrics;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Readout;

/** What stays the same in all pictures of a scene. */
final class FitPicture {

    /** As wide as a number with four digits gets. */
    private static final String WIDEST_NUMBER = "0.000e-00";

    private FitPicture() {}

    static ChartSpec spec(Storyboard board) {
        Scene scene = board.scene();
        return new ChartSpec(
                scene.video().size(),
                Theme.of(scene.video().theme()),
                board.data().train(),
                board.x(),
                board.y(),
                scene.title(),
                scene.video().readout().stream()
                        .map(quantity -> cell(quantity, board))
                        .collect(ImmutableList.toImmutableList()),
                Optional.empty(),
                Optional.empty());
    }

    private static ReadoutCell cell(Readout quantity, Storyboard board) {
        return switch (quantity) {
            case EPOCH -> new ReadoutCell("epoch", "0".repeat(digits(board.run().metrics().lastEpoch())));
            case LOSS -> new ReadoutCell("loss", widestLoss(board.run().metrics()));
            case LEARNING_RATE -> new ReadoutCell("learning rate", widestRate(board));
            case SEED -> new ReadoutCell("seed", board.scene().initialisation().seed().toString());
        };
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    /** The text of the smallest or the greatest loss: those between have exponents between, and no more characters. */
    private static String widestLoss(Metrics metrics) {
        double least = Double.MAX_VALUE;
        double greatest = 0;
        for (int epoch = 0; epoch <= metrics.lastEpoch(); epoch++) {
            double loss = metrics.trainLoss().get(epoch);
            least = loss > 0 ? Math.min(least, loss) : least;
            greatest = Math.max(greatest, loss);
        }
        String first = ReadoutNumber.loss(least);
        String second = ReadoutNumber.loss(greatest);
        return wider(first, second);
    }

    private static String widestRate(Storyboard board) {
        if (board.scene().training().decay().isPresent()) {
            return WIDEST_NUMBER;
        }
        String widest = ReadoutNumber.rate(board.scene().training().learningRate());
        for (var change : board.run().rateChanges()) {
            widest = wider(widest, ReadoutNumber.rate(change.to()));
        }
        return widest;
    }

    /** The wider of two numbers: of several characters, points take least room. */
    private static String wider(String a, String b) {
        return width(a) >= width(b) ? a : b;
    }

    /** In hundredths of an em of the typeface, about. */
    private static int width(String number) {
        return number.chars().map(c -> c == '.' ? 28 : c == '-' ? 46 : 62).sum();
    }
}
