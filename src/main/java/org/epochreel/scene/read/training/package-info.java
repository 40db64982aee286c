/** The keys of how a model learns. Begin with {@link org.epochreel.scene.read.training.TrainingKeys}. */
package org.epochreel.scene.read.training;
