/**
 * What a scene's landscape shows: its plane, the run's path on it, the losses around. Begin with
 * {@link org.epochreel.render.landscape.LandscapeSurvey}.
 */
package org.epochreel.render.landscape;
