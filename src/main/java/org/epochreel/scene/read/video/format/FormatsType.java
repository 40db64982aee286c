package org.epochreel.scene.read.video.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epochreel.scene.Choice;
import org.epochreel.scene.FilmFormat;
import org.epochreel.scene.FilmFormat.Kind;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** One format of the film, or a list of several. */
public record FormatsType(FormatKeys format) implements Type<ImmutableList<FilmFormat>> {

    @Override
    public Optional<ImmutableList<FilmFormat>> read(Value value) {
        if (!value.isSequence()) {
            return format.read(value).map(ImmutableList::of).filter(formats -> hasVideoForPage(formats, value));
        }
        Optional<ImmutableList<Value>> items = value.list(1, Kind.values().length, "[mp4, gif]");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList.Builder<FilmFormat> formats = ImmutableList.builder();
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        boolean complete = true;
        for (Value item : items.get()) {
            Optional<FilmFormat> read = format.read(item);
            complete &= read.isPresent();
            read.ifPresent(formats::add);
            if (read.isPresent() && !seen.add(read.get().kind())) {
                item.mistake(Choice.text(read.get().kind()) + " is in the list twice", "each format may occur once");
            }
        }
        return complete ? Optional.of(formats.build()).filter(list -> hasVideoForPage(list, value)) : Optional.empty();
    }

    private static boolean hasVideoForPage(ImmutableList<FilmFormat> formats, Value value) {
        List<Kind> kinds = Lists.transform(formats, FilmFormat::kind);
        boolean has = !kinds.contains(Kind.HTML) || kinds.contains(Kind.MP4);
        if (!has) {
            value.mistake("the page html shows the MP4, which is not in the list", "write [mp4, html]");
        }
        return has;
    }

    @Override
    public void write(ImmutableList<FilmFormat> formats, JsonText json) {
        json.beginArray();
        formats.forEach(each -> format.write(each, json));
        json.endArray();
    }

    @Override
    public String words() {
        return "a list, each once: " + format.words();
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        format.schema(json);
        json.endObject().beginObject();
        json.key("type").value("array").key("minItems").value(1).key("uniqueItems").value(true);
        json.key("items").beginObject();
        format.schema(json);
        json.endObject().endObject().endArray();
    }

    @Override
    public Optional<Group<?>> group() {
        return Optional.of(format);
    }
}
