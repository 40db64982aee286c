package org.epochreel.render.landscape;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Locale;
import org.epochreel.landscape.Landscape;
import org.epochreel.landscape.Plane;
import org.epochreel.text.JsonText;

/** What a scene's record says of its landscape. */
public final class LandscapeRecord {

    private static final int MOST_NUMBERS = 2000;

    private LandscapeRecord() {}

    /** Writes it as one object. */
    public static void write(Landscape landscape, JsonText json) {
        Plane plane = landscape.plane();
        json.beginObject();
        json.key("plane").value(plane.kind().name().toLowerCase(Locale.ROOT));
        if (plane.kind() == Plane.Kind.EXACT) {
            json.key("variance").value(1);
            json.key("note").value("the plane holds every value of the two parameters, so the path lies on the surface");
        } else {
            json.key("variance").value(plane.share());
            json.key("variance_of_each").beginArray().value(plane.firstShare()).value(plane.secondShare()).endArray();
            json.key("note").value("the path is what of the parameters lies nearest in the plane; where it leaves the plane,"
                    + " its loss is not the surface's. variance is the part of the sum of the squared distances of all"
                    + " epochs' parameters from the final ones that lies in the plane");
        }
        if (plane.kind().isOfParameters()) {
            json.key("axes").beginArray().value(plane.firstAxis()).value(plane.secondAxis()).endArray();
        } else if (2 * plane.first().length() <= MOST_NUMBERS) {
            json.key("directions").beginArray();
            write(plane.first(), json);
            write(plane.second(), json);
            json.endArray();
        }
        json.endObject();
    }

    private static void write(ImmutableDoubleArray direction, JsonText json) {
        json.beginArray();
        direction.forEach(json::value);
        json.endArray();
    }
}
