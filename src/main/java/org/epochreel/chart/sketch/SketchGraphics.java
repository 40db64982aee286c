package org.epochreel.chart.sketch;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.epochreel.print.Instruction;

/**
 * Draws as another does, and keeps on a sketch what it fills and strokes in plain colours, and what {@link DrawnShape
 * shapes} know of themselves. The rest the sketch keeps as pixels.
 */
public final class SketchGraphics extends ForwardingGraphics {

    private final Sketch sketch;

    public SketchGraphics(Graphics2D target, Sketch sketch) {
        super(target);
        this.sketch = sketch;
    }

    @Override
    public Graphics create() {
        return new SketchGraphics((Graphics2D) target.create(), sketch);
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        keep(new Rectangle(x, y, width, height), () -> target.fillRect(x, y, width, height));
    }

    @Override
    public void fill(Shape shape) {
        keep(shape, () -> target.fill(shape));
    }

    private void keep(Shape shape, Runnable pen) {
        if (target.getPaint() instanceof Color color) {
            Shape placed = target.getTransform().createTransformedShape(shape);
            sketch.draw(bounds(placed, 2), () -> ImmutableList.of(fill(shape, placed, color)), pen);
        } else {
            pen.run();
        }
    }

    private Instruction fill(Shape shape, Shape placed, Color color) {
        boolean inPlace = target.getTransform().isIdentity();
        return inPlace && shape instanceof DrawnShape known
                ? known.instruction(color, clip()) : new Instruction.Fill(new Path2D.Double(placed), color, clip());
    }

    @Override
    public void draw(Shape shape) {
        if (!(target.getPaint() instanceof Color color)) {
            target.draw(shape);
            return;
        }
        AffineTransform place = target.getTransform();
        if (target.getStroke() instanceof DrawnStroke stroke) {
            Shape placed = place.createTransformedShape(shape);
            sketch.draw(bounds(placed, (int) Math.ceil(stroke.width()) + 2), () -> ImmutableList.of(
                    stroke.instruction(new Path2D.Double(placed), color, clip())), () -> target.draw(shape));
        } else {
            Shape placed = place.createTransformedShape(target.getStroke().createStrokedShape(shape));
            sketch.draw(bounds(placed, 2),
                    () -> ImmutableList.of(new Instruction.Fill(new Path2D.Double(placed), color, clip())),
                    () -> target.draw(shape));
        }
    }

    private Optional<Rectangle> clip() {
        return Optional.ofNullable(deviceClip());
    }

    private Rectangle deviceClip() {
        Shape clip = target.getClip();
        return clip == null ? null : target.getTransform().createTransformedShape(clip).getBounds();
    }

    private Rectangle bounds(Shape placed, int margin) {
        Rectangle bounds = placed.getBounds();
        bounds.grow(margin, margin);
        Rectangle clip = deviceClip();
        return clip == null ? bounds : bounds.intersection(clip);
    }
}
