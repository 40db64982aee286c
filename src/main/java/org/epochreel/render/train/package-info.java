/**
 * Trains the runs that a film shows and keeps of their parameters what its frames need. Begin with
 * {@link org.epochreel.render.train.TrainedRun}.
 */
package org.epochreel.render.train;
