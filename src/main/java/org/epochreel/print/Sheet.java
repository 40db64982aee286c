package org.epochreel.print;

import com.google.common.collect.ImmutableList;
import org.epochreel.frame.FrameSize;

/**
 * A picture as instructions, each laid over those before. Positions are in pixels from the left and downwards from the
 * top, as in the picture that the instructions drew.
 */
public record Sheet(FrameSize size, ImmutableList<Instruction> instructions) {}
