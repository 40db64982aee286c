/**
 * The plane as a model sees it: classes by probability or values as heights, and the points over it. Begin with
 * {@link org.epochreel.chart.panel.field.FieldPanel}.
 */
package org.epochreel.chart.panel.field;
