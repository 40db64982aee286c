package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Locale;

/** How the constants of an enum are written in scenes: {@code HALF_MSE} as {@code half-mse}. */
public final class Choice {

    private Choice() {}

    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ImmutableList<String> texts(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Choice::text).collect(ImmutableList.toImmutableList());
    }
}
