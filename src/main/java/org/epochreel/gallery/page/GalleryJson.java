package org.epochreel.gallery.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A gallery as JSON: what the page shows, without curves and points. File names are as they are, not percent-encoded;
 * numbers are the shortest text that reads back to the same double, and null where they are not finite.
 */
final class GalleryJson {

    private final JsonGenerator json;

    private GalleryJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(GalleryContents gallery) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
            new GalleryJson(json).write(gallery);
        } catch (IOException e) {
            throw new UncheckedIOException("a gallery could not be written as JSON", e);
        }
        return text.append('\n').toString();
    }

    private void write(GalleryContents gallery) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", 1);
        json.writeStringField("title", gallery.title());
        json.writeArrayFieldStart("axes");
        if (gallery.rows().isPresent()) {
            write(gallery.rows().get());
        }
        write(gallery.columns());
        json.writeEndArray();
        json.writeFieldName("wall");
        if (gallery.wall().isPresent()) {
            json.writeStartObject();
            write(gallery.wall().get());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("members");
        for (int i = 0; i < gallery.members().size(); i++) {
            write(gallery, i);
        }
        json.writeEndArray();
        json.writeStringField("scene", gallery.scene());
        json.writeEndObject();
    }

    private void write(Axis axis) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", axis.name());
        json.writeArrayFieldStart("values");
        for (String value : axis.values()) {
            json.writeString(value);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Clip clip) throws IOException {
        json.writeStringField("video", clip.file());
        json.writeNumberField("frames", clip.frames());
        json.writeStringField("fps", clip.rate().toString());
        number("duration", clip.seconds());
        json.writeNumberField("width", clip.size().width());
        json.writeNumberField("height", clip.size().height());
    }

    private void write(GalleryContents gallery, int index) throws IOException {
        PageMember member = gallery.members().get(index);
        Outcome outcome = member.outcome();
        int columns = gallery.columns().values().size();
        json.writeStartObject();
        json.writeStringField("label", gallery.label(index));
        json.writeNumberField("row", index / columns);
        json.writeNumberField("column", index % columns);
        json.writeFieldName("seed");
        json.writeNumber(member.seed());
        write(member.video());
        json.writeStringField("poster", member.files().poster());
        json.writeStringField("metrics", member.files().metrics());
        json.writeStringField("record", member.files().record());
        json.writeStringField("state", outcome.state().word());
        json.writeNumberField("epochs", outcome.epochs());
        number("first_train_loss", outcome.firstTrainLoss());
        number("final_train_loss", outcome.finalTrainLoss());
        number("final_test_loss", outcome.test().map(Outcome.TestLoss::last).orElse(Double.NaN));
        number("lowest_test_loss", outcome.test().map(Outcome.TestLoss::lowest).orElse(Double.NaN));
        json.writeFieldName("lowest_test_loss_epoch");
        if (outcome.test().isPresent()) {
            json.writeNumber(outcome.test().get().lowestEpoch());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        if (Double.isFinite(value)) {
            json.writeNumber(Digits.exact(value));
        } else {
            json.writeNull();
        }
    }
}
