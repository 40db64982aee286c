/**
 * Panels that are made of images and cells: samples, filters, confusion and pictures.
 */
package org.epochreel.chart.panel.image;
