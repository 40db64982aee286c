package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableMap;
import org.epochreel.data.DataSource;
import org.epochreel.scene.TrainingSpec.Watched;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;

/** Which loss a rule looks at, and whether the data have one. */
final class WatchedLoss {

    private final Key<DataSource> data;

    /** @param data key of the scene that holds the points */
    WatchedLoss(Key<DataSource> data) {
        this.data = data;
    }

    static Type<Watched> type() {
        return word(Watched.class, ImmutableMap.of(
                "training", "train", "loss", "train", "validation", "test", "val", "test", "val-loss", "test"));
    }

    /** The loss that a rule names; a mistake where it is that of a test set that the data do not have. */
    Watched read(Section rule, Key<Watched> of) {
        Watched watched = rule.get(of);
        boolean misread = rule.has(of) && rule.find(of).isEmpty();
        if (watched == Watched.TEST && !misread && lacksTest(rule)) {
            rule.mistake(of, "there is no test set whose loss this could watch; give data a test, or write of: train");
        }
        return watched;
    }

    /** Whether the scene has data, and these no test set. */
    boolean lacksTest(Section within) {
        Section scene = within;
        while (scene.parent().isPresent()) {
            scene = scene.parent().get();
        }
        return scene.find(data).filter(points -> points.dataSet().test().isEmpty()).isPresent();
    }
}
