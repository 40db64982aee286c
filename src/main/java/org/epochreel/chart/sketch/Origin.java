package org.epochreel.chart.sketch;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import org.epochreel.print.Instruction;

/** What a mask is the mask of, as instructions in a colour: for pictures that are more than their pixels. */
public interface Origin {

    ImmutableList<Instruction> in(Color color);
}
