/**
 * The keys of what is fitted and of how its parameters start. Begin with
 * {@link org.epochreel.scene.read.model.InitialisationKeys}.
 */
package org.epochreel.scene.read.model;
