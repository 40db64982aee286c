package org.epochreel.render.beside;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.epochreel.frame.FrameRate;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.plan.TimedNote;
import org.epochreel.render.sequence.WidestValue;
import org.epochreel.run.RateSwitch;
import org.epochreel.video.stream.Chapter;

/** What of a film can be read: its chapters, and its notes as subtitles. */
public final class FilmText {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private FilmText() {}

    /** The start, each change of the rate and each note; none where there is nothing but a start. */
    public static ImmutableList<Chapter> chapters(Plan plan) {
        List<Chapter> chapters = new ArrayList<>();
        for (RateSwitch change : plan.toldChanges()) {
            if (change.epoch() < plan.lastShown()) {
                chapters.add(new Chapter(time(plan.timeline().frameOf(change.epoch()), plan),
                        "learning rate " + WidestValue.rates(plan).text(change.to())));
            }
        }
        for (TimedNote note : plan.notes()) {
            chapters.add(new Chapter(time(note.from(), plan), oneLine(note.note().text())));
        }
        if (chapters.isEmpty()) {
            return ImmutableList.of();
        }
        chapters.sort(Comparator.comparing(Chapter::start));
        if (!chapters.get(0).start().isZero()) {
            chapters.add(0, new Chapter(Duration.ZERO, "start"));
        }
        return ImmutableList.copyOf(chapters);
    }

    /** The notes as WebVTT. */
    public static String vtt(Plan plan) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (TimedNote note : notes(plan)) {
            text.append('\n').append(span(note, plan, '.')).append('\n')
                    .append(oneLine(note.note().text()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append('\n');
        }
        return text.toString();
    }

    /** The notes as SubRip. */
    public static String srt(Plan plan) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (TimedNote note : notes(plan)) {
            text.append(number == 1 ? "" : "\n").append(number).append('\n').append(span(note, plan, ',')).append('\n')
                    .append(oneLine(note.note().text())).append('\n');
            number++;
        }
        return text.toString();
    }

    private static List<TimedNote> notes(Plan plan) {
        return plan.notes().stream().sorted(Comparator.comparingInt(TimedNote::from)).toList();
    }

    private static String span(TimedNote note, Plan plan, char point) {
        int end = Math.min(note.to(), plan.timeline().frameCount());
        return clock(time(note.from(), plan), point) + " --> " + clock(time(end, plan), point);
    }

    private static String clock(Duration time, char point) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d%c%03d", time.toHours(), time.toMinutesPart(),
                time.toSecondsPart(), point, time.toMillisPart());
    }

    private static Duration time(int frame, Plan plan) {
        FrameRate rate = plan.scene().video().fps();
        return Duration.ofNanos((long) ((double) frame * rate.denominator() / rate.numerator() * NANOS_A_SECOND));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
