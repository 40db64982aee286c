package org.epochreel.render.train;

import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;

/**
 * One of the runs that a film shows.
 *
 * @param name tells it from the others; empty where it is the only one
 * @param scene what was trained
 */
public record NamedRun(String name, Scene scene, TrainingRun run) {}
