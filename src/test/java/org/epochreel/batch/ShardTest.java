package org.epochreel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    private static final ImmutableList<Integer> TEN =
            IntStream.range(0, 10).boxed().collect(ImmutableList.toImmutableList());

    @Test
    void takesEveryNthFromTheIth() {
        assertEquals(List.of(1, 4, 7), Shard.parse("2/3").of(TEN));
        assertEquals(TEN, Shard.WHOLE.of(TEN));
        assertEquals(List.of(), Shard.parse("12/12").of(TEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 13})
    void allShardsTogetherTakeEverythingOnce(int count) {
        List<Integer> taken = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            taken.addAll(new Shard(i, count).of(TEN));
        }
        assertEquals(TEN, taken.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "1/0", "4", "1/4/2", "-1/4", "1 / 4", "a/b", "", "1/99999999999"})
    void whatIsNoShardIsRefusedWithAnExample(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Shard.parse(text)).getMessage().contains("1/4"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,8,1,1/8", "7,0,8,1,8/8", "1,1,24,1,1/24", "24,1,24,1,24/24", "30,10,4,10,3/4"})
    void aSlurmArrayMayBeginAnywhere(String id, String least, String count, String step, String expected) {
        assertEquals(expected, Shard.of(Map.of(
                "SLURM_ARRAY_TASK_ID", id,
                "SLURM_ARRAY_TASK_MIN", least,
                "SLURM_ARRAY_TASK_COUNT", count,
                "SLURM_ARRAY_TASK_STEP", step)).toString());
    }

    @Test
    void anArrayWithGapsIsRefusedSinceScenesWouldBeLeftOut() {
        Map<String, String> environment = Map.of(
                "SLURM_ARRAY_TASK_ID", "7", "SLURM_ARRAY_TASK_MIN", "3", "SLURM_ARRAY_TASK_COUNT", "2");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Shard.of(environment))
                .getMessage().contains("--shard I/N"));
        assertThrows(IllegalArgumentException.class, () -> Shard.of(Map.of("SLURM_ARRAY_TASK_ID", "7")));
    }

    @Test
    void anIndexedJobCountsFromZero() {
        assertEquals("1/5", Shard.of(Map.of("JOB_COMPLETION_INDEX", "0", "JOB_COMPLETIONS", "5")).toString());
        assertEquals("5/5", Shard.of(Map.of("JOB_COMPLETION_INDEX", "4", "JOB_COMPLETIONS", "5")).toString());
        assertThrows(IllegalArgumentException.class,
                () -> Shard.of(Map.of("JOB_COMPLETION_INDEX", "5", "JOB_COMPLETIONS", "5")));
    }

    @Test
    void withoutAnyOfThemItIsEverything() {
        assertTrue(Shard.of(Map.of("PATH", "/bin")).isWhole());
    }
}
