package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ReadoutCell;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.DataSource;
import org.epochreel.data.Target;
import org.epochreel.render.plan.Plan;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.ReadoutNumber;

/** What stays the same in all pictures of a scene. */
final class FitPicture {

    /** As wide as a number with four digits gets. */
    private static final String WIDEST_NUMBER = "0.000e-00";

    private FitPicture() {}

    static ChartSpec spec(Plan board) {
        Scene scene = board.scene();
        Theme theme = Theme.of(scene.video().theme());
        return new ChartSpec(
                scene.video().size(),
                theme,
                board.data().train(),
                board.x(),
                board.y(),
                Headline.of(scene.title()),
                AxisTexts.NONE,
                scene.video().readout().stream()
                        .flatMap(quantity -> cells(quantity, board))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.of(run(board, theme.ofRun(0))),
                panels(board));
    }

    private static ShownRun run(Plan board, Color color) {
        ImmutableIntArray.Builder cutoffs = ImmutableIntArray.builder();
        board.run().rateChanges().forEach(change -> cutoffs.add(change.epoch()));
        return new ShownRun(board.scene().name(), color, board.run().metrics(), cutoffs.build());
    }

    private static Panels panels(Plan board) {
        Optional<Target> target = board.scene().data() instanceof DataSource.Generated generated
                ? Optional.of(generated.y()) : Optional.empty();
        return new Panels(
                board.scene().video().panels(),
                board.data().test(),
                target,
                board.model().parameterGroups(),
                board.parameterReach());
    }

    private static Stream<ReadoutCell> cells(Readout quantity, Plan board) {
        Optional<String> tempo = quantity == Readout.EPOCH ? board.tempo().widest() : Optional.empty();
        return Stream.concat(Stream.of(cell(quantity, board)), tempo.map(text -> new ReadoutCell("", text)).stream());
    }

    private static ReadoutCell cell(Readout quantity, Plan board) {
        return switch (quantity) {
            case EPOCH -> new ReadoutCell("epoch", "0".repeat(digits(board.run().metrics().lastEpoch())));
            case LOSS -> new ReadoutCell("loss", ReadoutNumber.widestLoss(board.run().metrics().trainLoss()));
            case LEARNING_RATE -> new ReadoutCell("learning rate", widestRate(board));
            case SEED -> new ReadoutCell("seed", board.scene().initialisation().seed().toString());
        };
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private static String widestRate(Plan board) {
        if (board.scene().training().decay().isPresent()) {
            return WIDEST_NUMBER;
        }
        String widest = ReadoutNumber.rate(board.scene().training().learningRate());
        for (var change : board.run().rateChanges()) {
            widest = ReadoutNumber.wider(widest, ReadoutNumber.rate(change.to()));
        }
        return widest;
    }
}
