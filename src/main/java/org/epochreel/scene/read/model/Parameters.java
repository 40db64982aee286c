package org.epochreel.scene.read.model;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.scene.Scene.Learner;

/**
 * A model's parameters, as {@code initialisation.parameters} gives them.
 *
 * @param values in the order of {@link org.epochreel.network.Initialisation.Scheme.Explicit}
 * @param learner the model that they belong to
 */
public record Parameters(ImmutableDoubleArray values, Learner learner) {}
