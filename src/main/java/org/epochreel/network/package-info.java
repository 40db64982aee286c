/**
 * What learns: networks and curve families as functions of flat parameters, with their derivatives and their starting
 * values. Begin with {@link org.epochreel.network.Model}.
 *
 * <p>All arithmetic is IEEE double arithmetic in an order that the code fixes, in loops over samples that a
 * just-in-time compiler can turn into vector instructions without changing a bit of any result.
 */
package org.epochreel.network;
