package org.epochreel.network;

/**
 * Parameters that belong together in a picture.
 *
 * @param name such as "layer 1 weights" or "a"
 * @param from index of the first in the flat array
 * @param count at least 1; the group's indices are consecutive
 */
public record ParameterGroup(String name, int from, int count) {}
