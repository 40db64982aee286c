package org.epochreel.scene;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says the YAML parser's complaints in words for people who have never heard of scalars and block mappings. */
final class YamlProblem {

    private static final ImmutableMap<String, String> SENTENCES = ImmutableMap.<String, String>builder()
            .put("\\t(TAB)", "a tab stands where only spaces may; indent with spaces")
            .put("mapping values are not allowed here", "a \":\" is not expected here; put text that holds \": \" in"
                    + " quotes, and check the indentation of this line and the one above")
            .put("could not find expected ':'", "a \":\" is missing after a key; every line reads key: value")
            .put("found undefined alias", "an alias (*name) is not allowed; write the value out where it is used")
            .put("found unexpected end of stream", "the file ends inside quotes; close them")
            .put("expected ',' or ']'", "a list is not closed; its items stand between [ and ], with commas")
            .put("expected ',' or '}'", "a group is not closed; its keys stand between { and }, with commas")
            .put("expected <block end>", "the line does not fit the ones above; keys of one group must start in the"
                    + " same column")
            .put("cannot start any token", "a value may not start with this character; put it in quotes")
            .build();

    private YamlProblem() {}

    static String sentence(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        for (Map.Entry<String, String> known : SENTENCES.entrySet()) {
            if (problem.contains(known.getKey())) {
                return known.getValue();
            }
        }
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return "this is not valid YAML: " + context + problem;
    }
}
