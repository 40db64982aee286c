/**
 * A night's batch: many scenes, on one machine or on many that share a directory. Begin with
 * {@link org.epochreel.batch.Batch}, which works through a list of {@link org.epochreel.batch.Job}s.
 */
package org.epochreel.batch;
