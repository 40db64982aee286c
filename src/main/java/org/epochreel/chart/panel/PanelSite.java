package org.epochreel.chart.panel;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;

/**
 * What a panel of a chart is made from.
 *
 * @param scale factor from the theme's lengths to pixels
 * @param lettering the chart's own
 * @param curveX ascending x of all curves that frames bring; none if no panel wants curves
 * @param sketched whether the picture is drawn for print
 */
public record PanelSite(ChartSpec spec, double scale, PanelLayout layout, Typefaces typefaces, Lettering lettering,
        ImmutableDoubleArray curveX, boolean sketched) {

    /** Where lines of one colour are inked within the panel's plot. */
    public Coverage coverage() {
        return new Coverage(layout.plot().inside(), sketched);
    }

    public Theme theme() {
        return spec.theme();
    }
}
