package org.epochreel.scene.yaml;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (and so JSON) into {@link YamlNode}s. Works from the parser's events, so that no object is ever
 * constructed by what a file says, and an alias, which could blow a file up beyond all bounds, is seen and refused.
 */
public final class YamlReader {

    private static final int MAX_DEPTH = 40;
    private static final Splitter LINE_END = Splitter.on(Pattern.compile("\r\n|\r|\n"));

    /** A comment that may have been meant as text: one space before the sign, or none behind it. */
    private static final Pattern LOST = Pattern.compile(" #.*|\\s+#\\S.*");

    private final String source;
    private final Optional<Position> option;
    private final Mistakes mistakes;
    private final Set<String> reportedAliases = new HashSet<>();
    private final String text;
    private final ImmutableList<String> lines;
    private Iterator<Event> events;

    private YamlReader(String text, String source, Optional<Position> option, Mistakes mistakes) {
        this.text = text;
        this.lines = LINE_END.splitToStream(text).collect(ImmutableList.toImmutableList());
        this.source = source;
        this.option = option;
        this.mistakes = mistakes;
    }

    /** Reads the one document of a file; nothing where it cannot be read, which then is one of the mistakes. */
    public static Optional<YamlNode> readFile(String text, String shown, Mistakes mistakes) {
        return new YamlReader(text, shown, Optional.empty(), mistakes).read();
    }

    /** Reads the value that a command-line option holds; every node's position is that option. */
    public static Optional<YamlNode> readOption(String text, Position option, Mistakes mistakes) {
        return new YamlReader(text, option.source(), Optional.of(option), mistakes).read();
    }

    private Optional<YamlNode> read() {
        int mistakesBefore = mistakes.count();
        // A code point takes at most two chars, so this limit is never the one that bites.
        LoadSettings settings = LoadSettings.builder().setLabel(source).setCodePointLimit(text.length() + 1).build();
        try {
            events = new Parse(settings).parseString(text).iterator();
            events.next();
            Event first = events.next();
            if (!(first instanceof DocumentStartEvent)) {
                mistakes.add(start(), "", option.isEmpty() ? "the file is empty; a scene needs at least the key data"
                        : "# begins a comment, so there is no value; put it in quotes: " + YamlLine.quoted(text.strip()));
                return Optional.empty();
            }
            YamlNode root = node(events.next(), "", 0);
            events.next();
            Event end = events.next();
            if (end instanceof DocumentStartEvent) {
                mistakes.add(position(end), "", option.isEmpty()
                        ? "a second document starts here; a file holds one, so remove the line ---"
                        : "--- separates two values; an option holds one");
            }
            return mistakes.count() == mistakesBefore || root instanceof YamlNode.Mapping
                    ? Optional.of(root)
                    : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            report(YamlProblem.of(e, lines));
        } catch (TooDeepException e) {
            mistakes.add(e.position, "", "lists or keys are nested deeper than " + MAX_DEPTH
                    + " levels; a scene needs far fewer");
        } catch (YamlEngineException e) {
            report(YamlProblem.unknown());
        }
        return Optional.empty();
    }

    private void report(YamlProblem problem) {
        if (option.isEmpty()) {
            mistakes.add(new Position(source, problem.line(), problem.column()), "", problem.sentence());
            return;
        }
        String why = YamlLine.adviceOnValue(text).orElse("this value is not YAML");
        mistakes.add(option.get(), "", why + "; put it in quotes: " + YamlLine.quoted(text.strip()));
    }

    private YamlNode node(Event event, String path, int depth) {
        Position position = position(event);
        if (depth > MAX_DEPTH) {
            throw new TooDeepException(position);
        }
        if (event instanceof AliasEvent alias) {
            String name = alias.getAlias().getValue();
            if (reportedAliases.add(name)) {
                mistakes.addIllegible(position, path, "the alias *" + name
                        + " is not allowed; write the value out where it is used, or put text in quotes: \"*" + name + "\"");
            } else {
                mistakes.addIllegible(position);
            }
            return new YamlNode.Scalar("", true, -1, "", position);
        }
        NodeEvent start = (NodeEvent) event;
        start.getAnchor().ifPresent(anchor -> mistakes.add(position, path, "the anchor &" + anchor.getValue()
                + " is not allowed; write the value out where it is used, or put text in quotes: \"&" + anchor.getValue() + "\""));
        if (start instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), position, path);
            return scalar(scalar, position);
        }
        refuseTag(((CollectionStartEvent) start).getTag(), position, path);
        return start instanceof MappingStartEvent ? mapping(position, path, depth) : sequence(position, path, depth);
    }

    private void refuseTag(Optional<String> tag, Position position, String path) {
        tag.ifPresent(name -> mistakes.addIllegible(position, path, "the tag "
                + name.replace("tag:yaml.org,2002:", "!!") + " is not allowed; write the value without it"));
    }

    private YamlNode.Scalar scalar(ScalarEvent event, Position position) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        int quotes = plain ? 0 : 1;
        boolean verbatim = event.getStartMark().isPresent() && event.getEndMark().isPresent()
                && event.getStartMark().get().getLine() == event.getEndMark().get().getLine()
                && event.getEndMark().get().getIndex() - event.getStartMark().get().getIndex()
                        == event.getValue().codePointCount(0, event.getValue().length()) + 2 * quotes;
        return new YamlNode.Scalar(
                event.getValue(), plain, verbatim ? quotes : -1, plain ? lostBehind(event) : "", position);
    }

    /** The comment behind a plain value, where it may have been meant as a part of it. */
    private String lostBehind(ScalarEvent event) {
        Optional<Mark> end = event.getEndMark();
        if (end.isEmpty() || end.get().getLine() >= lines.size()) {
            return "";
        }
        String line = lines.get(end.get().getLine());
        int column = end.get().getColumn();
        if (column > line.codePointCount(0, line.length())) {
            return "";
        }
        String rest = line.substring(line.offsetByCodePoints(0, column));
        return LOST.matcher(rest).matches() ? rest : "";
    }

    private YamlNode.Sequence sequence(Position position, String path, int depth) {
        ImmutableList.Builder<YamlNode> items = ImmutableList.builder();
        int index = 0;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, path + "[" + index++ + "]", depth + 1));
        }
        return new YamlNode.Sequence(items.build(), position);
    }

    private YamlNode.Mapping mapping(Position position, String path, int depth) {
        Map<String, Position> seen = new LinkedHashMap<>();
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Position keyPosition = position(event);
            YamlNode key = node(event, path, depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                mistakes.add(keyPosition, path, "a key must be a name, not a list or a group of keys");
                node(events.next(), path, depth + 1);
                continue;
            }
            String keyPath = path.isEmpty() ? name.text() : path + "." + name.text();
            YamlNode value = node(events.next(), keyPath, depth + 1);
            Position earlier = seen.putIfAbsent(name.text(), keyPosition);
            if (earlier == null) {
                entries.add(new YamlNode.Entry(name.text(), keyPosition, value));
            } else {
                mistakes.add(keyPosition, keyPath, "the key \"" + name.text() + "\" occurs twice"
                        + (earlier.isInFile() ? ", first on line " + earlier.line() : "") + "; keep one of them");
            }
        }
        return new YamlNode.Mapping(ImmutableList.copyOf(entries), position);
    }

    private Position position(Event event) {
        return event.getStartMark().map(this::position).orElseGet(this::start);
    }

    private Position position(Mark mark) {
        return option.orElseGet(() -> new Position(source, mark.getLine() + 1, mark.getColumn() + 1));
    }

    private Position start() {
        return option.orElseGet(() -> Position.startOf(source));
    }

    private static final class TooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Position position;

        TooDeepException(Position position) {
            this.position = position;
        }
    }
}
