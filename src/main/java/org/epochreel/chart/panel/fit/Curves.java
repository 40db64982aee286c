package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Curves over one ascending x as JFreeChart asks for them. */
@SuppressWarnings("serial") // nobody serialises a drawing
public final class Curves extends AbstractXYDataset {

    private final transient ImmutableDoubleArray x;
    private final transient ImmutableList<ImmutableDoubleArray> curves;

    Curves(ImmutableDoubleArray x, ImmutableList<ImmutableDoubleArray> curves) {
        this.x = x;
        this.curves = curves;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return x.length();
    }

    @Override
    public double getXValue(int series, int item) {
        return x.get(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).get(item);
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }
}
