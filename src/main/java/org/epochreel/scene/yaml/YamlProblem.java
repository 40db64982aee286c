package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The YAML parser's complaint in words for people who have never heard of scalars and block mappings.
 *
 * @param line from 1
 * @param column from 1
 */
record YamlProblem(int line, int column, String sentence) {

    private static final String UNKNOWN = "this is not YAML from here on; check quotes, brackets, colons and indentation,"
            + " and put text with special characters in quotes";

    private static final ImmutableMap<String, String> SENTENCES = ImmutableMap.<String, String>builder()
            .put("\\t(TAB)", "a tab stands where only spaces may; indent with spaces")
            .put("mapping values are not allowed here", "a \":\" is not expected here; put text that holds \": \" in"
                    + " quotes, and check the indentation of this line and the one above")
            .put("could not find expected ':'", "a \":\" is missing after a key; every line reads key: value")
            .put("expected <block end>", "the line does not fit the ones above; keys of one group must start in the"
                    + " same column")
            .put("sequence entries are not allowed here", "a list's item is not expected here; its \"- \" stands on a line"
                    + " of its own, below the key")
            .put("special characters are not allowed", "a character stands here that no text may hold; remove it")
            .put("cannot start any token", "a value may not start with this character; put it in quotes")
            .buildOrThrow();

    /** Complaints that come up long after the place that has to change, which the parser remembers. */
    private static final ImmutableMap<String, String> SENTENCES_ABOUT_THE_START = ImmutableMap.of(
            "found unexpected end of stream", "these quotes are never closed; close them",
            "expected ',' or ']'", "this list is not closed, or lacks a comma between two items; its items stand"
                    + " between [ and ] with commas",
            "expected ',' or '}'", "this group is not closed, or lacks a comma between two keys; its keys stand between"
                    + " { and } with commas");

    /** @param lines of the file */
    static YamlProblem of(MarkedYamlEngineException e, List<String> lines) {
        OptionalInt found = line(e.getProblemMark());
        OptionalInt started = line(e.getContextMark());
        // What is wrong often stands above the place where it shows.
        for (int line : List.of(found.orElse(0), started.orElse(0), found.orElse(0) - 1, found.orElse(0) - 2)) {
            if (line >= 0 && line < lines.size()) {
                Optional<YamlLine.Advice> advice = new YamlLine(lines.get(line)).advice();
                if (advice.isPresent()) {
                    return new YamlProblem(line + 1, advice.get().column(), advice.get().sentence());
                }
            }
        }
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("mapping values are not allowed here") && found.orElse(-1) >= 0
                && found.getAsInt() < lines.size()) {
            Optional<YamlLine.Advice> advice = new YamlLine(lines.get(found.getAsInt())).adviceOnSecondKey();
            if (advice.isPresent()) {
                return new YamlProblem(found.getAsInt() + 1, advice.get().column(), advice.get().sentence());
            }
        }
        for (Map.Entry<String, String> known : SENTENCES_ABOUT_THE_START.entrySet()) {
            if (problem.contains(known.getKey())) {
                return at(e.getContextMark().or(e::getProblemMark), known.getValue());
            }
        }
        for (Map.Entry<String, String> known : SENTENCES.entrySet()) {
            if (problem.contains(known.getKey())) {
                return at(e.getProblemMark(), known.getValue());
            }
        }
        return at(e.getProblemMark(), UNKNOWN);
    }

    /** A complaint without a place. */
    static YamlProblem unknown() {
        return at(Optional.empty(), UNKNOWN);
    }

    private static OptionalInt line(Optional<Mark> mark) {
        return mark.map(place -> OptionalInt.of(place.getLine())).orElse(OptionalInt.empty());
    }

    private static YamlProblem at(Optional<Mark> mark, String sentence) {
        return new YamlProblem(mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, sentence);
    }
}
