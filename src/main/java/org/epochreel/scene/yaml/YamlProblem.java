package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The YAML parser's complaint in words for people who have never heard of scalars and block mappings.
 *
 * @param mark where to look
 */
record YamlProblem(Optional<Mark> mark, String sentence) {

    private static final ImmutableMap<String, String> SENTENCES = ImmutableMap.<String, String>builder()
            .put("\\t(TAB)", "a tab stands where only spaces may; indent with spaces")
            .put("mapping values are not allowed here", "a \":\" is not expected here; put text that holds \": \" in"
                    + " quotes, and check the indentation of this line and the one above")
            .put("could not find expected ':'", "a \":\" is missing after a key; every line reads key: value")
            .put("expected <block end>", "the line does not fit the ones above; keys of one group must start in the"
                    + " same column")
            .put("cannot start any token", "a value may not start with this character; put it in quotes")
            .buildOrThrow();

    /** Complaints that come up long after the place that has to change, which the parser remembers. */
    private static final ImmutableMap<String, String> SENTENCES_ABOUT_THE_START = ImmutableMap.of(
            "found unexpected end of stream", "these quotes are never closed; close them",
            "expected ',' or ']'", "this list is not closed, or lacks a comma between two items; its items stand"
                    + " between [ and ] with commas",
            "expected ',' or '}'", "this group is not closed, or lacks a comma between two keys; its keys stand between"
                    + " { and } with commas");

    static YamlProblem of(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        for (Map.Entry<String, String> known : SENTENCES_ABOUT_THE_START.entrySet()) {
            if (problem.contains(known.getKey())) {
                return new YamlProblem(e.getContextMark().or(e::getProblemMark), known.getValue());
            }
        }
        for (Map.Entry<String, String> known : SENTENCES.entrySet()) {
            if (problem.contains(known.getKey())) {
                return new YamlProblem(e.getProblemMark(), known.getValue());
            }
        }
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return new YamlProblem(e.getProblemMark(), "this is not valid YAML: " + context + problem);
    }
}
