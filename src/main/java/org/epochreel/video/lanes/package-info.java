/**
 * Groups of pictures encoded side by side on threads, in an order that does not depend on them. Begin with
 * {@link org.epochreel.video.lanes.EncodingLanes}.
 */
package org.epochreel.video.lanes;
