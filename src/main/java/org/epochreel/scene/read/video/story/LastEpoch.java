package org.epochreel.scene.read.video.story;

import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;

/**
 * The last epoch that a scene's training may come to, for keys that name an epoch.
 *
 * @param training of the whole scene
 */
record LastEpoch(Key<TrainingSpec> training) {

    /** Reports an epoch of a group within {@code video} that training never comes to. */
    void check(Section group, Key<Integer> epoch) {
        group.find(epoch).ifPresent(number ->
                check(group.value(epoch).orElseThrow(), number, group.parent().orElseThrow()));
    }

    /** Reports {@code epoch}, which stands at {@code asked}, if training never comes to it. */
    void check(Value asked, int epoch, Section video) {
        int last = video.parent().orElseThrow().group(training).epochs();
        if (epoch > last) {
            asked.mistake("training ends at epoch " + last + ", before epoch " + epoch,
                    "allowed is an epoch from 0 to " + last + "; training.epochs says how many there are");
        }
    }
}
