package org.epochreel.files;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells one process from all others, those of other machines and those before a restart included, for the names of files
 * that it is writing. Its text is {@code MACHINE-PID-START}.
 *
 * @param machine eight hexadecimal digits that stand for host, boot and process namespace
 * @param pid the process's number on that machine
 * @param start when it started, in the machine's own count, so that a number given twice is told apart; 0 if unknown
 */
public record ProcessIdentity(String machine, long pid, long start) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8})-([0-9]{1,18})-([0-9]{1,18})");

    /** The identity of the running program. */
    public static ProcessIdentity current() {
        long pid = ProcessHandle.current().pid();
        return new ProcessIdentity(thisMachine(), pid, stat(pid).map(Stat::start).orElse(0L));
    }

    /** Reads {@link #toString} back; nothing if the text is none. */
    public static Optional<ProcessIdentity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ProcessIdentity(
                        matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** Whether it ran on this machine, since its last start, and is gone; of processes elsewhere nothing is known. */
    public boolean isKnownDead() {
        if (!machine.equals(thisMachine())) {
            return false;
        }
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return stat(pid).filter(stat -> stat.start() == start && !stat.isGone()).isEmpty();
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    public boolean isOfThisMachine() {
        return machine.equals(thisMachine());
    }

    /** The machine's name for people. */
    public static String hostName() {
        return text("/proc/sys/kernel/hostname").orElseGet(() -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        });
    }

    @Override
    public String toString() {
        return machine + "-" + pid + "-" + start;
    }

    /** Containers may share a host name and a boot, and count their processes each for itself. */
    private static String thisMachine() {
        String boot = text("/proc/sys/kernel/random/boot_id").orElse("");
        return Hashing.sha256()
                .hashString(hostName() + "\n" + boot + "\n" + namespace(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, 8);
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Stat(String state, long start) {
        boolean isGone() {
            return state.equals("Z") || state.equals("X");
        }
    }

    /** Fields 3 and 22 of proc(5)'s {@code /proc/PID/stat}; the name before them, in brackets, may hold anything. */
    private static Optional<Stat> stat(long pid) {
        return text("/proc/" + pid + "/stat").map(text -> {
            List<String> fields = List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
            return new Stat(fields.get(0), Long.parseLong(fields.get(19)));
        });
    }
}
