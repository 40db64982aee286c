/**
 * What a training run hands on, as plain values: metrics by epoch, switches of the rate, why it ended, the last
 * parameters. Begin with {@link org.epochreel.run.TrainingRun}.
 */
package org.epochreel.run;
