package org.epochreel.chart.panel.landscape;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.epochreel.chart.panel.landscape.LossMap.Line;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.landscape.Levels.Level;

/**
 * Chooses where lines of equal loss bear their numbers: where a line is level and straight, away from the paths and from
 * other texts. A line without such a place bears none.
 */
final class ContourNumbers {

    private static final double STEEP = 1;
    private static final double BENT = 2;
    private static final double NEAR = 2.5;
    private static final double TOO_NEAR = 0.7;
    private static final double WORST = 2.6;
    private static final double WORST_OF_MORE = 0.8;
    private static final double SHORTEST = 3;
    private static final double LONG = 0.45;

    private final LossMap map;
    private final Rectangle inside;
    private final double em;
    private final ToDoubleFunction<String> width;
    private final Crowd crowd;
    private final ImmutableList.Builder<Number> chosen = ImmutableList.builder();

    /**
     * A number in a gap of its line.
     *
     * @param letters where it is written
     * @param gap where the lines of its level are left out
     */
    record Number(int level, String text, Rectangle2D letters, Rectangle2D gap) {}

    private record Candidate(Number number, double fault) {}

    /** @param width of a text in pixels */
    ContourNumbers(LossMap map, Rectangle inside, double em, ToDoubleFunction<String> width, Crowd crowd) {
        this.map = map;
        this.inside = inside;
        this.em = em;
        this.width = width;
        this.crowd = crowd;
    }

    /** Places at most one number on each line; of a level's lines those after the best one must be long. */
    ImmutableList<Number> of(ImmutableList<Line> lines) {
        for (int level = 0; level < map.levels().size(); level++) {
            Optional<Line> first = Optional.empty();
            Optional<Candidate> best = Optional.empty();
            for (Line line : lines) {
                Optional<Candidate> found = line.level() == level ? best(line) : Optional.empty();
                if (found.isPresent() && (best.isEmpty() || found.get().fault < best.get().fault)) {
                    best = found;
                    first = Optional.of(line);
                }
            }
            if (best.isEmpty() || best.get().fault > WORST) {
                continue;
            }
            choose(best.get());
            for (Line line : lines) {
                if (line.level() == level && line != first.get() && line.length() > LONG * inside.width) {
                    best(line).filter(found -> found.fault < WORST_OF_MORE).ifPresent(this::choose);
                }
            }
        }
        return chosen.build();
    }

    private void choose(Candidate candidate) {
        chosen.add(candidate.number);
        crowd.add(candidate.number.letters);
    }

    private Optional<Candidate> best(Line line) {
        Level level = map.levels().get(line.level());
        double wide = width.applyAsDouble(level.text());
        double high = Typeface.CAP_HEIGHT * em;
        if (line.length() < SHORTEST * wide) {
            return Optional.empty();
        }
        Candidate best = null;
        int count = line.x().length;
        int reach = reach(line, wide);
        int every = Math.max(1, reach / 3);
        for (int i = line.closed() ? 0 : reach; i < (line.closed() ? count : count - reach); i += every) {
            double x = line.x()[i];
            double y = line.y()[i];
            Rectangle2D letters = new Rectangle2D.Double(x - wide / 2, y - high / 2, wide, high);
            Rectangle2D gap = Crowd.grown(letters, 0.25 * em, 0.2 * em);
            if (!inside.contains(Crowd.grown(letters, 0.5 * em, 0.5 * em)) || crowd.meetsText(letters, 1.2 * em)
                    || !isAlone(line.level(), gap)) {
                continue;
            }
            double fault = fault(line, i, reach, letters);
            if (best == null || fault < best.fault) {
                best = new Candidate(new Number(line.level(), level.text(), letters, gap), fault);
            }
        }
        return Optional.ofNullable(best);
    }

    // Points of the line on half the width of a text.
    private static int reach(Line line, double wide) {
        double step = line.length() / Math.max(1, line.x().length - 1);
        return (int) Math.max(1, Math.rint(wide / 2 / Math.max(step, 1e-9)));
    }

    private double fault(Line line, int i, int reach, Rectangle2D letters) {
        int count = line.x().length;
        int before = Math.floorMod(i - reach, count);
        int after = Math.floorMod(i + reach, count);
        double dx = line.x()[after] - line.x()[before];
        double dy = line.y()[after] - line.y()[before];
        double length = Math.sqrt(dx * dx + dy * dy);
        double steep = length == 0 ? 1 : Math.abs(dy) / length;
        double bend = Math.abs((line.x()[before] + line.x()[after]) / 2 - line.x()[i])
                + Math.abs((line.y()[before] + line.y()[after]) / 2 - line.y()[i]);
        double distance = crowd.distance(letters) / em;
        double near = distance < TOO_NEAR ? WORST : Math.max(0, 1 - distance / NEAR);
        return STEEP * steep + BENT * bend / em + near;
    }

    // No other line passes where the number will stand.
    private boolean isAlone(int level, Rectangle2D area) {
        double under = level > 0 ? map.levels().get(level - 1).log() : Double.NEGATIVE_INFINITY;
        double over = level + 1 < map.levels().size() ? map.levels().get(level + 1).log() : Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 4; i++) {
            for (int j = 0; j <= 2; j++) {
                double value = map.at(area.getMinX() + i * area.getWidth() / 4, area.getMinY() + j * area.getHeight() / 2);
                if (!(value > under && value < over)) {
                    return false;
                }
            }
        }
        return true;
    }
}
