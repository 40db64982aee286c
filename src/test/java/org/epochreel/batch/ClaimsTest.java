package org.epochreel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.ProcessIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {

    /** Negative, so that even a claim of this very instant is overdue. */
    private static final Duration NONE = Duration.ofMillis(-1);

    private static final ProcessIdentity SELF = ProcessIdentity.current();
    private static final ProcessIdentity ELSEWHERE = new ProcessIdentity("00000000", 17, 3);

    @TempDir
    private Path folder;

    private OutputFiles target;

    @BeforeEach
    void chooseTarget() {
        target = new OutputFiles(folder, "line");
    }

    private static Claims claims(ProcessIdentity owner) {
        return new Claims(owner, Clock.systemUTC(), Claims.PATIENCE);
    }

    private static Claims impatient(ProcessIdentity owner) {
        return new Claims(owner, Clock.systemUTC(), NONE);
    }

    @Test
    void aClaimNamesHostProcessAndTime() throws IOException {
        Claim claim = new Claims(SELF, Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC), NONE)
                .take(target).orElseThrow();
        String text = Files.readString(Claims.holder(Claims.directory(target)).orElseThrow());
        assertTrue(text.contains("host: " + ProcessIdentity.hostName() + "\n"), text);
        assertTrue(text.contains("process: " + ProcessHandle.current().pid() + "\n"), text);
        assertTrue(text.contains("since: 2026-03-01T08:00:00Z\nrefreshed: 2026-03-01T08:00:00Z\n"), text);
        claim.release();
    }

    @Test
    void aClaimExcludesOthersUntilItIsReleased() throws IOException {
        Claim claim = claims(ELSEWHERE).take(target).orElseThrow();
        assertEquals(Optional.empty(), claims(SELF).take(target));
        claim.release();
        assertTrue(claims(SELF).take(target).isPresent());
    }

    @Test
    void nothingRemainsOfAReleasedClaimOrAVainAttempt() throws IOException {
        Claim claim = claims(ELSEWHERE).take(target).orElseThrow();
        assertEquals(Optional.empty(), claims(SELF).take(target));
        claim.release();
        assertEquals(List.of(), files());
    }

    @Test
    void aClaimThatWasNotRefreshedIsTakenOverAndItsOwnerNoticesIt() throws IOException {
        Claim first = claims(ELSEWHERE).take(target).orElseThrow();
        assertFalse(first.isLost());
        Claim second = impatient(SELF).take(target).orElseThrow();
        assertEquals(Optional.of(ELSEWHERE), second.before());
        assertTrue(first.isLost());
        first.refresh();
        first.release();
        assertFalse(second.isLost());
        assertEquals(Optional.empty(), claims(ELSEWHERE).take(target));
        second.release();
        assertEquals(List.of(), files());
    }

    @Test
    void refreshingKeepsAClaimFresh() throws Exception {
        Claims taker = new Claims(SELF, Clock.systemUTC(), Duration.ofMillis(400));
        Claim claim = claims(ELSEWHERE).take(target).orElseThrow();
        for (int i = 0; i < 8; i++) {
            Thread.sleep(100);
            claim.refresh();
            assertEquals(Optional.empty(), taker.take(target));
        }
        Thread.sleep(500);
        assertTrue(taker.take(target).isPresent());
    }

    @Test
    void aWrongClockMakesNoClaimOverdue() throws IOException {
        Clock wrong = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        Claim claim = new Claims(ELSEWHERE, wrong, Claims.PATIENCE).take(target).orElseThrow();
        claim.refresh();
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        assertEquals(Optional.empty(), new Claims(SELF, ahead, Claims.PATIENCE).take(target));
    }

    @Test
    void theClaimOfADeadProcessOfThisMachineIsTakenOverAtOnce() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        ProcessIdentity dead = new ProcessIdentity(SELF.machine(), process.pid(), SELF.start());
        assertTrue(dead.isKnownDead());
        claims(dead).take(target).orElseThrow();
        assertTrue(claims(SELF).take(target).isPresent());
    }

    @Test
    void aProcessWithTheNumberOfADeadOneIsToldApart() throws IOException {
        ProcessIdentity earlier = new ProcessIdentity(SELF.machine(), SELF.pid(), SELF.start() + 1);
        assertTrue(earlier.isKnownDead());
        assertFalse(SELF.isKnownDead());
        assertFalse(ELSEWHERE.isKnownDead());
    }

    @RepeatedTest(5)
    void ofManyAtOnceOneGetsAFreeClaim() throws Exception {
        assertEquals(1, winners(claims(SELF)));
    }

    @RepeatedTest(5)
    void ofManyAtOnceOneTakesOverADeadOnesClaim() throws Exception {
        claims(new ProcessIdentity(SELF.machine(), SELF.pid(), SELF.start() + 1)).take(target).orElseThrow();
        assertEquals(1, winners(claims(SELF)));
    }

    private int winners(Claims claims) throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Optional<Claim>> taker = () -> {
            start.await();
            return claims.take(target);
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Optional<Claim>>> takers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                takers.add(pool.submit(taker));
            }
            int held = 0;
            for (Future<Optional<Claim>> future : takers) {
                held += future.get().filter(claim -> !claim.isLost()).isPresent() ? 1 : 0;
            }
            return held;
        } finally {
            pool.shutdownNow();
        }
    }

    @RepeatedTest(3)
    void whoeverHoldsItIsAlone() throws Exception {
        // Each holder writes a file of one name with CREATE_NEW and deletes it again: two holders at once would collide.
        Callable<Integer> worker = () -> {
            int turns = 0;
            while (turns < 25) {
                Optional<Claim> claim = claims(SELF).take(target);
                if (claim.isPresent()) {
                    Path alone = Files.createFile(folder.resolve("alone"));
                    Files.delete(alone);
                    claim.get().release();
                    turns++;
                }
            }
            return turns;
        };
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (Future<Integer> future : pool.invokeAll(List.of(worker, worker, worker))) {
                assertEquals(25, future.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aSweepRemovesWhatTheDeadLeftAndNothingElse() throws Exception {
        ProcessIdentity dead = new ProcessIdentity(SELF.machine(), SELF.pid(), SELF.start() + 1);
        List<String> kept = List.of(
                ".line.mp4." + SELF + ".part",
                ".line.mp4." + ELSEWHERE + ".part.media",
                ".line.mp4.part",
                ".line.mp4.1234.part",
                "line.mp4." + dead + ".part",
                "line.mp4");
        for (String name : kept) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(folder.resolve(".line.mp4." + dead + ".part"));
        Files.createFile(folder.resolve(".line.mp4." + dead + ".part.media"));
        Files.createFile(folder.resolve(".a b\nc.png." + dead + ".part"));
        Path prepared = Files.createDirectory(folder.resolve(".x.claim." + dead + ".part"));
        Files.createFile(prepared.resolve("f"));
        claims(dead).take(target).orElseThrow();
        claims(ELSEWHERE).take(new OutputFiles(folder, "other")).orElseThrow();
        new Sweep(claims(SELF)).clean(folder);
        List<String> expected = new ArrayList<>(kept);
        expected.add(".other.claim");
        assertEquals(expected.stream().sorted().toList(), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
