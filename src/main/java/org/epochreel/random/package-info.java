/**
 * Random numbers that equal NumPy's, bit for bit, so that anyone can redraw a scene in Python. Begin with
 * {@link org.epochreel.random.NumpyRandom}.
 */
package org.epochreel.random;
