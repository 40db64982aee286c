package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * How panels share a picture: for each number of panels and each shape of picture a plan in which a letter is a panel
 * and spans the rectangle that its occurrences fill. Where there is a fit panel, the first one is A and the others
 * follow in the scene's order.
 */
enum PanelGrid {
    LANDSCAPE_FIT("A", "AAABB", "AAABB/AAACC", "AAABB/AAACC/AAADD", "AABC/AADE", "AAB/AAC/DEF", "AABC/AADE/AAFG",
            "AABC/AADE/FGHH", "AABC/AADE/FGHI"),
    LANDSCAPE_EQUAL("A", "AB", "A/B/C", "AB/CD", "AAABBB/CCDDEE", "ABC/DEF", "AAAABBBBCCCC/DDDEEEFFFGGG", "ABCD/EFGH",
            "ABC/DEF/GHI"),
    SQUARE_FIT("A", "A/A/A/B/B", "AA/AA/AA/BC/BC", "AB/CD", "AA/AA/BC/DE", "AAB/AAC/DEF",
            "AAAAAA/AAAAAA/AAAAAA/BBCCDD/BBCCDD/EEFFGG/EEFFGG", "AAB/CDE/FGH", "ABC/DEF/GHI"),
    SQUARE_EQUAL("A", "A/B", "A/B/C", "AB/CD", "AA/BC/DE", "AB/CD/EF", "AA/BC/DE/FG", "AB/CD/EF/GH", "ABC/DEF/GHI"),
    VERTICAL_FIT("A", "A/B", "A/A/A/B/B/C/C", "A/A/A/B/B/C/C/D/D", "AA/AA/AA/BC/BC/DE/DE",
            "AA/AA/AA/BC/BC/DE/DE/FF/FF", "AA/AA/AA/BC/BC/DE/DE/FG/FG", "AA/AA/AA/BC/BC/DE/DE/FG/FG/HH/HH",
            "AA/AA/AA/BC/BC/DE/DE/FG/FG/HI/HI"),
    VERTICAL_EQUAL("A", "A/B", "A/B/C", "A/B/C/D", "A/B/C/D/E", "AB/CD/EF", "AA/BC/DE/FG", "AB/CD/EF/GH",
            "AA/BC/DE/FG/HI");

    private static final double LANDSCAPE = 1.25;
    private static final double VERTICAL = 0.8;

    private final ImmutableList<String> plans;

    PanelGrid(String... plans) {
        this.plans = ImmutableList.copyOf(plans);
    }

    /** One panel and the pixels that it may use. */
    record Place(PanelKind kind, Rectangle cell) {}

    /**
     * Places of {@code panels} in {@code area}, with {@code gap} pixels between neighbours.
     *
     * @param panels 1 to 9
     */
    static ImmutableList<Place> places(ImmutableList<PanelKind> panels, Rectangle area, double gapX, double gapY) {
        boolean fit = panels.contains(PanelKind.FIT);
        double shape = (double) area.width / area.height;
        PanelGrid grid;
        if (shape >= LANDSCAPE) {
            grid = fit ? LANDSCAPE_FIT : LANDSCAPE_EQUAL;
        } else if (shape > VERTICAL) {
            grid = fit ? SQUARE_FIT : SQUARE_EQUAL;
        } else {
            grid = fit ? VERTICAL_FIT : VERTICAL_EQUAL;
        }
        List<PanelKind> ordered = new ArrayList<>(panels);
        if (fit) {
            ordered.remove(PanelKind.FIT);
            ordered.add(0, PanelKind.FIT);
        }
        String[] rows = grid.plans.get(panels.size() - 1).split("/");
        ImmutableList.Builder<Place> places = ImmutableList.builder();
        for (int i = 0; i < ordered.size(); i++) {
            places.add(new Place(ordered.get(i), cell(rows, (char) ('A' + i), area, gapX, gapY)));
        }
        return places.build();
    }

    private static Rectangle cell(String[] rows, char letter, Rectangle area, double gapX, double gapY) {
        int firstRow = 0;
        while (rows[firstRow].indexOf(letter) < 0) {
            firstRow++;
        }
        int endRow = firstRow;
        while (endRow < rows.length && rows[endRow].indexOf(letter) >= 0) {
            endRow++;
        }
        int left = edge(area.x, area.width, rows[0].length(), rows[firstRow].indexOf(letter), gapX);
        int right = edge(area.x, area.width, rows[0].length(), rows[firstRow].lastIndexOf(letter) + 1, gapX);
        int top = edge(area.y, area.height, rows.length, firstRow, gapY);
        int bottom = edge(area.y, area.height, rows.length, endRow, gapY);
        return new Rectangle(left, top, Math.max(1, right - left - (int) gapX), Math.max(1, bottom - top - (int) gapY));
    }

    /** Where the cell after {@code index} of {@code count} begins; cells end a gap before the next one. */
    private static int edge(int from, int length, int count, int index, double gap) {
        return from + (int) Math.rint(index * (length + gap) / count);
    }
}
