package org.epochreel.data;

/** A formula of one variable x, kept with its source text. */
public record Expression(String text) {}
