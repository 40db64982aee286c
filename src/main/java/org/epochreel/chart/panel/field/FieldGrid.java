package org.epochreel.chart.panel.field;

import java.awt.Rectangle;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Equal square cells of whole pixels over a plot, with one more row and column on all sides, so that lines go on to the
 * plot's edges. Cells are counted with those, row by row from the top.
 *
 * @param block pixels of a cell's side
 */
record FieldGrid(Rectangle inside, int block, int columns, int rows, Range x1, Range x2) {

    /** Pixels of a cell's side in a picture of scale 1. */
    private static final double BLOCK = 2;

    static FieldGrid of(PanelLayout layout, double scale) {
        Rectangle inside = layout.plot().inside();
        int block = Math.max(1, (int) Math.floor(BLOCK * scale + 0.7));
        int columns = (inside.width + block - 1) / block + 2;
        int rows = (inside.height + block - 1) / block + 2;
        double stepX = block * (layout.x().to() - layout.x().from()) / inside.width;
        double stepY = block * (layout.y().to() - layout.y().from()) / inside.height;
        return new FieldGrid(inside, block, columns, rows,
                new Range(layout.x().from() - stepX, layout.x().from() + (columns - 1) * stepX),
                new Range(layout.y().to() - (rows - 1) * stepY, layout.y().to() + stepY));
    }

    int cells() {
        return columns * rows;
    }

    /** The middle of a column of cells, in pixels of the picture. */
    double pixelX(double column) {
        return inside.x + (column - 0.5) * block;
    }

    double pixelY(double row) {
        return inside.y + (row - 0.5) * block;
    }

    double x1(double column) {
        return x1.from() + (column + 0.5) / columns * (x1.to() - x1.from());
    }

    double x2(double row) {
        return x2.to() - (row + 0.5) / rows * (x2.to() - x2.from());
    }

    /** The column of the cell that holds a column of pixels of the plot. */
    int column(int pixelX) {
        return (pixelX - inside.x) / block + 1;
    }

    int row(int pixelY) {
        return (pixelY - inside.y) / block + 1;
    }
}
