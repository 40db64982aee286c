/**
 * Tables of numbers, dates and words as people keep them in files. Begin with
 * {@link org.epochreel.data.table.TableFile}. No class here knows a scene, a network or what the numbers are for.
 */
package org.epochreel.data.table;
