package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.Theme;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Readout;

/** What stays the same in all pictures of a scene. */
final class FitPicture {

    /** As wide as a loss with four digits gets. */
    private static final String WIDEST_LOSS = "0.000e-00";

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
            case LOSS -> new ReadoutCell("loss", WIDEST_LOSS);
            case LEARNING_RATE -> new ReadoutCell("learning rate", widestRate(board));
            case SEED -> new ReadoutCell("seed", board.scene().initialisation().seed().toString());
        };
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private static String widestRate(Storyboard board) {
        if (board.scene().training().decay().isPresent()) {
            return WIDEST_LOSS;
        }
        String widest = ReadoutNumber.rate(board.scene().training().learningRate());
        for (var change : board.run().rateChanges()) {
            String rate = ReadoutNumber.rate(change.to());
            widest = rate.length() > widest.length() ? rate : widest;
        }
        return widest;
    }
}
