package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.epochreel.render.sequence.FilledTitle;
import org.epochreel.scene.VideoSpec.Readout;
import org.junit.jupiter.api.Test;

class FilledTitleTest {

    private static final Map<Readout, String> WIDEST = Map.of(Readout.EPOCH, "0000", Readout.LOSS, "0.12345",
            Readout.LEARNING_RATE, "1e-5", Readout.SEED, "7");

    private static String filled(String title, String epoch, String loss) {
        return new FilledTitle(title, WIDEST::get).fill(Map.of(Readout.EPOCH, epoch, Readout.LOSS, loss,
                Readout.LEARNING_RATE, "1e-5", Readout.SEED, "7")::get);
    }

    @Test
    void whatFollowsANumberNeverMoves() {
        assertEquals("Epoch \u2007\u2007\u20079 of 300", filled("Epoch {epoch} of 300", "9", "1"));
        assertEquals("Epoch \u2007\u200712 of 300", filled("Epoch {epoch} of 300", "12", "1"));
        assertEquals("\u2007\u2007\u20071 epochs, rate 1e-5, seed 7",
                filled("{epoch} epochs, rate {learning-rate}, seed {seed}", "1", "1"));
    }

    @Test
    void aNumberAtTheEndBeginsWhereItAlwaysBegins() {
        assertEquals("Linear, epoch 9\u2007\u2007\u2007", filled("Linear, epoch {epoch}", "9", "1"));
        assertEquals("Linear, epoch 1234", filled("Linear, epoch {epoch}", "1234", "1"));
    }

    @Test
    void theWidestTitleHasTheWidestNumbers() {
        assertEquals("0000: 0.12345", new FilledTitle("{epoch}: {loss}", WIDEST::get).widest());
        assertEquals("{epcoh} {} $1 \\", new FilledTitle("{epcoh} {} $1 \\", WIDEST::get).widest());
    }
}
