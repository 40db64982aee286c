/**
 * The points that a model learns from, drawn from a formula or read from a CSV file. Begin with
 * {@link org.epochreel.data.DataSource}.
 */
package org.epochreel.data;
