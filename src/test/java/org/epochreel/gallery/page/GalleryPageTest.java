package org.epochreel.gallery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryPageTest {

    private static final String HOSTILE = "</script><script>alert('1')</script> & \"two\" \u2028 \ud83c\udfac <!-- ]]>";

    @TempDir
    private Path folder;

    private static SampleGallery sample() {
        return new SampleGallery("runs/seed-", new FrameSize(160, 96), 45);
    }

    private static GalleryContents withScene(GalleryContents gallery, String scene) {
        return new GalleryContents(gallery.title(), scene, gallery.columns(), gallery.rows(), gallery.members(),
                gallery.data(), gallery.wall(), gallery.light());
    }

    @Test
    void theSameGalleryGivesTheSameTextInEveryLocale() {
        String html = GalleryPage.html(sample().seedsAlone("Same", 16));
        String json = GalleryPage.json(sample().seedsAlone("Same", 16));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(html, GalleryPage.html(sample().seedsAlone("Same", 16)));
            assertEquals(json, GalleryPage.json(sample().seedsAlone("Same", 16)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void hostileTextNeverBecomesMarkup() {
        SampleGallery hostile = new SampleGallery(HOSTILE.replace('/', ':'), new FrameSize(160, 96), 3);
        GalleryContents gallery = hostile.gallery(HOSTILE, new Axis("seed." + HOSTILE, ImmutableList.of(HOSTILE, "2")),
                Optional.of(new Axis("x",
                        ImmutableList.of("\" onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>"))));
        String html = GalleryPage.html(withScene(gallery, HOSTILE));
        assertEquals(1, count(html, "<script"));
        assertEquals(1, count(html, "</script"));
        assertFalse(html.contains("<!--"), "a comment began");
        assertFalse(html.contains("<img src=x"), "a value became an image");
        Matcher attributes = Pattern.compile("<[a-z][a-z0-9]*((?:\\s+[a-z0-9-]+(?:=\"[^\"<]*\")?)*)\\s*/?>",
                Pattern.CASE_INSENSITIVE).matcher(html.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>")
                        .replaceFirst("<!doctype html>", ""));
        TreeSet<String> names = new TreeSet<>();
        int tags = 0;
        while (attributes.find()) {
            tags++;
            Matcher name = Pattern.compile("\\s([a-zA-Z0-9-]+)(?:=\"[^\"]*\")?").matcher(attributes.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        assertTrue(tags > 100, tags + " tags");
        assertEquals(List.of(), names.stream().filter(name -> name.startsWith("on") || name.equals("style")).toList());
        Matcher links = Pattern.compile("(?:href|src)=\"([^\"]*)\"").matcher(html);
        while (links.find()) {
            assertTrue(links.group(1).matches("[A-Za-z0-9._~%/-]+|#[a-z0-9-]+|data:,"), links.group(1));
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void thePolicyAllowsThisStyleAndThisScriptAlone() throws Exception {
        String html = GalleryPage.html(sample().seedsAlone("Policy", 2));
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(html);
        assertTrue(policy.find());
        String rules = policy.group(1).replace("&#39;", "'");
        for (String element : List.of("style", "script")) {
            String text = html.substring(html.indexOf("<" + element + ">") + element.length() + 2,
                    html.indexOf("</" + element + ">"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String hash = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            assertTrue(rules.contains(element + "-src " + hash + ";"), rules);
        }
        assertTrue(rules.startsWith("default-src 'none';"), rules);
        assertFalse(html.contains(" style=\""), "an inline style would be refused");
        assertFalse(Pattern.compile("https?:|url\\(").matcher(html).find(), "something lies elsewhere");
    }

    @Test
    void theJsonSaysWhatTheMembersAre() throws IOException {
        GalleryContents gallery = sample().crossed(HOSTILE, 4, "1e-3", "1e-2");
        String json = GalleryPage.json(gallery);
        assertTrue(json.chars().allMatch(c -> c == '\n' || c >= 32 && c < 127), "not plain ASCII");
        Map<?, ?> root = (Map<?, ?>) parse(json);
        assertEquals(List.of("schema", "title", "axes", "wall", "members", "scene"), new ArrayList<>(root.keySet()));
        assertEquals(HOSTILE, root.get("title"));
        assertEquals(gallery.scene(), root.get("scene"));
        assertEquals(List.of(Map.of("name", "training.learning-rate", "values", List.of("1e-3", "1e-2")),
                Map.of("name", "seed", "values", List.of("1", "2", "3", "4"))), root.get("axes"));
        List<?> members = (List<?>) root.get("members");
        assertEquals(8, members.size());
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("label", "learning rate 1e-2, seed 2");
        expected.put("row", "1");
        expected.put("column", "1");
        expected.put("seed", "6");
        expected.put("video", "runs/seed-6.mp4");
        expected.put("frames", "45");
        expected.put("fps", "15");
        expected.put("duration", "3.0");
        expected.put("width", "160");
        expected.put("height", "96");
        expected.put("poster", "runs/seed-6.png");
        expected.put("metrics", "runs/seed-6.csv");
        expected.put("record", "runs/seed-6.json");
        expected.put("state", "diverged");
        expected.put("epochs", "36");
        expected.put("first_train_loss", "52.3");
        expected.put("final_train_loss", null);
        expected.put("final_test_loss", "42.075");
        expected.put("lowest_test_loss", "41.25");
        expected.put("lowest_test_loss_epoch", "27");
        assertEquals(expected.toString(), members.get(5).toString());
    }

    /** JSON as maps, lists and the text of numbers. */
    private static Object parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            assertEquals(null, parser.nextToken());
            return value;
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    @Test
    void aGalleryWithoutWallAndTestSetHasNoPlaceForThem() {
        GalleryContents full = sample().seedsAlone("Plain", 2);
        ImmutableList<PageMember> members = full.members().stream()
                .map(member -> new PageMember(member.seed(), member.video(), member.files(),
                        new Outcome(3, Outcome.State.FINISHED, 2, 1, Optional.empty()), member.curve()))
                .collect(ImmutableList.toImmutableList());
        GalleryContents plain =
                new GalleryContents("Plain", "", full.columns(), Optional.empty(), members, full.data(), Optional.empty(), false);
        String html = GalleryPage.html(plain);
        assertFalse(html.contains("id=\"wall\""));
        assertFalse(html.replaceAll("(?s)<script>.*?</script>", "").contains("test loss"));
        assertTrue(GalleryPage.json(plain).contains("\"wall\" : null"));
    }

    @Test
    void membersMustFillTheirPlaces() {
        GalleryContents gallery = sample().seedsAlone("Few", 3);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new GalleryContents("Few", "",
                SampleGallery.seeds(4), Optional.empty(), gallery.members(), gallery.data(), Optional.empty(), true));
        assertEquals("3 members do not fill a gallery of 4 places", refusal.getMessage());
    }

    @Test
    void durationsFollowTheExactRate() {
        Clip clip = new Clip("a.mp4", 664, new FrameRate(30000, 1001), new FrameSize(16, 16));
        assertEquals(664 * 1001 / 30000.0, clip.seconds());
        assertThrows(IllegalArgumentException.class,
                () -> new Clip("a.mp4", 0, FrameRate.of(15), new FrameSize(16, 16)));
    }

    @Test
    void aSeedOfAnySizeStaysExact() {
        GalleryContents gallery = sample().seedsAlone("Big", 1);
        PageMember member = gallery.members().get(0);
        BigInteger seed = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);
        GalleryContents big = new GalleryContents("Big", "", gallery.columns(), Optional.empty(),
                ImmutableList.of(new PageMember(seed, member.video(), member.files(), member.outcome(), member.curve())),
                new Curve(ImmutableDoubleArray.of(), ImmutableDoubleArray.of()), Optional.empty(), true);
        assertTrue(GalleryPage.json(big).contains("\"seed\" : " + seed + ","));
    }
}
