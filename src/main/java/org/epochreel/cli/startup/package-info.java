/**
 * All that is done for a quick start, each where it takes effect. Begin with {@link
 * org.epochreel.cli.startup.LaunchSettings} and {@link org.epochreel.cli.startup.CompilerChoice}.
 */
package org.epochreel.cli.startup;
