/**
 * Many runs on one picture, cell by cell, and at the end all in one plot. Begin with {@link org.epochreel.chart.wall.WallDrawer}.
 */
package org.epochreel.chart.wall;
