package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;

/**
 * How panels share a picture: for each number of panels and each shape of picture a plan in which a letter is a panel
 * and spans the rectangle that its occurrences fill. Where there is a main panel, it is A and the others follow in
 * their order; where it is among the last ones asked for, the plan is turned so that it comes last.
 */
enum PanelGrid {
    LANDSCAPE_MAIN("A", "AAABB", "AAABB/AAACC", "AAABB/AAACC/AAADD", "AABC/AADE", "AAB/AAC/DEF", "AABC/AADE/AAFG",
            "AABC/AADE/FGHH", "AABC/AADE/FGHI"),
    LANDSCAPE_IMAGES("A", "AAABB", "AAABB/AAACC", "AABC/AADD", "AABC/AADE", "AAB/AAC/DEF", "AABC/AADE/AAFG",
            "AABC/AADE/FGHH", "AABC/AADE/FGHI"),
    LANDSCAPE_EQUAL("A", "AB", "A/B/C", "AB/CD", "AAABBB/CCDDEE", "ABC/DEF", "AAAABBBBCCCC/DDDEEEFFFGGG", "ABCD/EFGH",
            "ABC/DEF/GHI"),
    SQUARE_MAIN("A", "A/A/A/B/B", "AA/AA/AA/BC/BC", "AB/CD", "AA/AA/BC/DE", "AAB/AAC/DEF",
            "AAAAAA/AAAAAA/AAAAAA/BBCCDD/BBCCDD/EEFFGG/EEFFGG", "AAB/CDE/FGH", "ABC/DEF/GHI"),
    SQUARE_EQUAL("A", "A/B", "A/B/C", "AB/CD", "AA/BC/DE", "AB/CD/EF", "AA/BC/DE/FG", "AB/CD/EF/GH", "ABC/DEF/GHI"),
    VERTICAL_MAIN("A", "A/B", "A/A/A/B/B/C/C", "A/A/A/B/B/C/C/D/D", "AA/AA/AA/BC/BC/DE/DE",
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

    /**
     * The cells of {@code count} panels in {@code area}, in the panels' order, with gaps in pixels between neighbours.
     *
     * @param count 1 to 9
     * @param main the number of the main panel, from 0; none if it is -1
     */
    static ImmutableList<Rectangle> cells(int count, int main, Rectangle area, double gapX, double gapY) {
        return cells(count, main, false, area, gapX, gapY);
    }

    /** As the other; where the main panel shows {@code images}, some others do, too, and want to be as high as wide. */
    static ImmutableList<Rectangle> cells(
            int count, int main, boolean images, Rectangle area, double gapX, double gapY) {
        double shape = (double) area.width / area.height;
        PanelGrid grid;
        if (shape >= LANDSCAPE) {
            grid = main < 0 ? LANDSCAPE_EQUAL : images ? LANDSCAPE_IMAGES : LANDSCAPE_MAIN;
        } else if (shape > VERTICAL) {
            grid = main >= 0 ? SQUARE_MAIN : SQUARE_EQUAL;
        } else {
            grid = main >= 0 ? VERTICAL_MAIN : VERTICAL_EQUAL;
        }
        String[] rows = grid.plans.get(count - 1).split("/");
        if (2 * main >= count) {
            rows = mirrored(rows);
        }
        ImmutableList.Builder<Rectangle> cells = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            char letter = (char) (i == main ? 'A' : i < main ? 'B' + i : 'A' + i);
            cells.add(cell(rows, letter, area, gapX, gapY));
        }
        return cells.build();
    }

    /** The plan with its main panel on the other side, the others still in the order in which they are read. */
    private static String[] mirrored(String[] rows) {
        String[] turned = new String[rows.length];
        boolean acrossAll = rows[0].chars().allMatch(letter -> letter == 'A');
        for (int i = 0; i < rows.length; i++) {
            turned[i] = acrossAll ? rows[rows.length - 1 - i] : new StringBuilder(rows[i]).reverse().toString();
        }
        StringBuilder seen = new StringBuilder("A");
        for (String row : turned) {
            row.chars().filter(letter -> seen.indexOf(Character.toString(letter)) < 0)
                    .forEach(letter -> seen.appendCodePoint(letter));
        }
        for (int i = 0; i < turned.length; i++) {
            StringBuilder named = new StringBuilder();
            turned[i].chars().forEach(letter -> named.append((char) ('A' + seen.indexOf(Character.toString(letter)))));
            turned[i] = named.toString();
        }
        return turned;
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
