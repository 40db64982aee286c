/**
 * What models gave elsewhere, as models that pictures can ask. Begin with
 * {@link org.epochreel.network.recorded.RecordedModel}.
 */
package org.epochreel.network.recorded;
