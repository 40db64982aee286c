package org.epochreel.gallery.page;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epochreel.gallery.page.Outcome.State;

/**
 * What the templates fill in.
 *
 * @param cards one for each member, in the gallery's order
 * @param style the style sheet's text
 * @param script the script's text
 */
record Page(GalleryContents gallery, ImmutableList<Card> cards, CurvesPicture picture, String style, String script) {

    /** Shades of a curve, from the least final loss to the greatest. */
    private static final int SHADES = 6;

    /** More cards side by side are small ones. */
    private static final int MOST_WIDE_CARDS = 8;

    /** The class of a curve whose loss is not finite. */
    private static final String LOST = "lost";

    /**
     * A member with the words that stand for it.
     *
     * @param number from 1, part of the identifiers in the page
     * @param heading such as "Learning rate 1e-4, seed 7"
     * @param shortHeading such as "Seed 7", enough where the row is known
     * @param shade the class of its curve
     */
    record Card(int number, String heading, String shortHeading, PageMember member, String shade) {

        Outcome outcome() {
            return member.outcome();
        }

        String state() {
            return outcome().state().word();
        }

        String address() {
            return Address.of(member.video().file());
        }

        String poster() {
            return Address.of(member.files().poster());
        }

        String lowestTest() {
            return outcome().test().map(test -> Digits.exact(test.lowest())).orElse("");
        }

        /** Said in the place of a look at the curve. */
        String summary() {
            return heading + ", " + outcome().words() + ", final loss " + Digits.brief(outcome().finalTrainLoss());
        }
    }

    static Page of(GalleryContents gallery) {
        List<String> shades = shades(gallery.members());
        int columns = gallery.columns().values().size();
        ImmutableList<Card> cards = IntStream.range(0, gallery.members().size())
                .mapToObj(i -> new Card(i + 1, heading(gallery.label(i)), heading(gallery.columns().label(i % columns)),
                        gallery.members().get(i), shades.get(i)))
                .collect(ImmutableList.toImmutableList());
        return new Page(gallery, cards, CurvesPicture.of(gallery), resource("gallery.css"), resource("gallery.js"));
    }

    private static String heading(String label) {
        int first = label.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + label.substring(Character.charCount(first));
    }

    private static List<String> shades(List<PageMember> members) {
        List<Integer> ranked = IntStream.range(0, members.size())
                .filter(i -> bounded(members.get(i).outcome()))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> members.get(i).outcome().finalTrainLoss()))
                .toList();
        String[] shades = new String[members.size()];
        Arrays.fill(shades, LOST);
        for (int rank = 0; rank < ranked.size(); rank++) {
            shades[ranked.get(rank)] = "shade-" + rank * SHADES / ranked.size();
        }
        return List.of(shades);
    }

    private static boolean bounded(Outcome outcome) {
        return outcome.state().isBounded() && Double.isFinite(outcome.finalTrainLoss());
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's " + name + " cannot be read", e);
        }
    }

    /**
     * A Content Security Policy under which the page loads nothing but what lies beside it and runs nothing but its own
     * script. {@code 'self'} alone would not cover files opened without a server in every browser.
     */
    String policy() {
        return "default-src 'none'; img-src 'self' file: data:; media-src 'self' file:; style-src " + hash(style)
                + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    String wallAddress() {
        return Address.of(gallery.wall().orElseThrow().file());
    }

    String wallLength() {
        Clip wall = gallery.wall().orElseThrow();
        return Digits.tenths(wall.seconds()) + " s";
    }

    /** The order in which curves are drawn, so that those of low loss lie on top. */
    List<Card> faintestFirst() {
        return cards.stream()
                .sorted(Comparator.comparing((Card card) -> !card.shade().equals(LOST))
                        .thenComparing(Comparator.comparing(Card::shade).reversed()))
                .toList();
    }

    /** The states that members are in. */
    List<State> present() {
        return Arrays.stream(State.values()).filter(state -> gallery.count(state) > 0).toList();
    }

    /** The wall's last frame in which all cells are seen. */
    String wallPoster() {
        return Address.of(gallery.wall().orElseThrow().file().replaceFirst("\\.mp4$", ".png"));
    }

    /** Whether a row of cards is so long that they have to be small. */
    boolean narrow() {
        return crossed() && gallery.columns().values().size() > MOST_WIDE_CARDS;
    }

    boolean crossed() {
        return gallery.rows().isPresent();
    }

    boolean hasTest() {
        return cards.stream().anyMatch(card -> card.outcome().test().isPresent());
    }

    /** What the members are sorted by at first: "seed", or "order" where the axes fix it. */
    String order() {
        return crossed() ? "order" : gallery.columns().words();
    }

    /** A crossed gallery's cards in one row. */
    List<Card> row(int row) {
        int columns = gallery.columns().values().size();
        return cards.subList(row * columns, (row + 1) * columns);
    }

    /** Such as "3 learning rates \u00b7 8 seeds \u00b7 up to 1,000 epochs". */
    String subtitle() {
        List<String> parts = new ArrayList<>();
        gallery.rows().ifPresent(rows -> parts.add(amount(rows)));
        parts.add(amount(gallery.columns()));
        int most = cards.stream().mapToInt(card -> card.outcome().epochs()).max().orElse(0);
        parts.add("up to " + Digits.count(most) + " epochs");
        return String.join(" \u00b7 ", parts);
    }

    private static String amount(Axis axis) {
        int count = axis.values().size();
        return count + " " + axis.words() + (count == 1 ? "" : "s");
    }

    /** Which member has the lowest final loss; absent if all diverged. */
    Optional<Card> best() {
        return cards.stream()
                .filter(card -> bounded(card.outcome()))
                .min(Comparator.comparingDouble(card -> card.outcome().finalTrainLoss()));
    }

    /** Which member reached the lowest test loss; absent without a test set. */
    Optional<Card> bestOnTest() {
        return cards.stream()
                .filter(card -> bounded(card.outcome()) && card.outcome().test().isPresent())
                .min(Comparator.comparingDouble(card -> card.outcome().test().orElseThrow().lowest()));
    }

    /** What a reader who does not see the picture is told about it. */
    String pictureLabel() {
        return "Final curves of " + cards.size() + (cards.size() == 1 ? " member" : " members") + " over "
                + gallery.data().length() + " data points";
    }

    String states() {
        return Arrays.stream(State.values())
                .filter(state -> gallery.count(state) > 0)
                .map(state -> gallery.count(state) + " " + state.words())
                .collect(Collectors.joining(", "));
    }
}
