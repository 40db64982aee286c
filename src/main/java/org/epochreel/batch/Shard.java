package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of a list: every {@code count}-th entry.
 *
 * @param index which part, from 1 to {@code count}
 * @param count how many parts there are
 */
public record Shard(int index, int count) {

    /** The one part that is everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");
    private static final String SLURM_ID = "SLURM_ARRAY_TASK_ID";
    private static final String KUBERNETES_INDEX = "JOB_COMPLETION_INDEX";

    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("shard " + index + "/" + count
                    + " does not exist; write I/N with I from 1 to N, such as 1/4");
        }
    }

    /**
     * Reads {@code I/N}.
     *
     * @throws IllegalArgumentException with a sentence if the text is none
     */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no shard; write I/N with I from 1 to N, such as 1/4");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * The part of a Slurm array task or of a pod of an Indexed Job; everything where the environment names neither.
     *
     * @throws IllegalArgumentException with a sentence if it names a part that does not exist
     */
    public static Shard of(Map<String, String> environment) {
        if (environment.containsKey(SLURM_ID)) {
            return slurm(environment);
        }
        if (environment.containsKey(KUBERNETES_INDEX) && environment.containsKey("JOB_COMPLETIONS")) {
            int index = number(environment, KUBERNETES_INDEX);
            return checked(index + 1L, number(environment, "JOB_COMPLETIONS"), KUBERNETES_INDEX + "=" + index);
        }
        return WHOLE;
    }

    /** An array may begin anywhere and leave out tasks evenly: {@code --array=10-40:10}. */
    private static Shard slurm(Map<String, String> environment) {
        int id = number(environment, SLURM_ID);
        int count = number(environment, "SLURM_ARRAY_TASK_COUNT");
        int least = environment.containsKey("SLURM_ARRAY_TASK_MIN")
                ? number(environment, "SLURM_ARRAY_TASK_MIN") : 0;
        int step = environment.containsKey("SLURM_ARRAY_TASK_STEP")
                ? Math.max(1, number(environment, "SLURM_ARRAY_TASK_STEP")) : 1;
        String task = SLURM_ID + "=" + id;
        if ((id - least) % step != 0) {
            throw new IllegalArgumentException(task + " is not in an even array; give --shard I/N");
        }
        return checked((id - least) / step + 1L, count, task);
    }

    private static Shard checked(long index, int count, String task) {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(
                    task + " is not one of " + count + " tasks in a row; give --shard I/N");
        }
        return new Shard((int) index, count);
    }

    private static int number(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    name + "=" + value + " in the environment is not a whole number; give --shard I/N");
        }
        return Integer.parseInt(value);
    }

    /** This part of a list, in its order. */
    public <T> ImmutableList<T> of(ImmutableList<T> all) {
        ImmutableList.Builder<T> part = ImmutableList.builder();
        for (int i = index - 1; i < all.size(); i += count) {
            part.add(all.get(i));
        }
        return part.build();
    }

    /** The name of the file that reports on this part. */
    public String report() {
        return isWhole() ? "batch.json" : "batch-" + index + "-of-" + count + ".json";
    }

    public boolean isWhole() {
        return count == 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
