/**
 * All that is done for a quick start, each where it takes effect. Begin with {@link
 * org.epochreel.cli.startup.LaunchSettings} and {@link org.epochreel.cli.startup.CompilerChoice}.
 *
 * <p>What each saves of the whole process's time on the processor (user and system), rendering {@code
 * scenes/blog/linear-1.yaml} with JDK 17 on two cores: medians of 8 runs with it and 8 without, alternating. With all of
 * them the process takes 1.41 s.
 *
 * <table>
 *   <caption>Measures and what they save</caption>
 *   <tr><th>measure</th><th>where</th><th>saves</th></tr>
 *   <tr><td>one compiler for short work, both for long</td>
 *       <td>{@code scripts/epochreel}, {@link org.epochreel.cli.startup.CompilerChoice}</td><td>1.36 s</td></tr>
 *   <tr><td>an archive of loaded classes</td><td>{@code scripts/epochreel}</td><td>0.42 s</td></tr>
 *   <tr><td>lower thresholds of that compiler</td><td>{@code scripts/epochreel}</td><td>0.09 s</td></tr>
 *   <tr><td>libraries that look for nothing</td>
 *       <td>{@link org.epochreel.cli.startup.LaunchSettings}</td><td>0.06 s</td></tr>
 *   <tr><td>only the asked command is declared</td><td>{@code RootCommand}</td><td>0.04 s</td></tr>
 *   <tr><td>sizes of the heap's generations</td><td>{@code scripts/epochreel}</td><td>0.01 s</td></tr>
 *   <tr><td>drawing and encoding are loaded ahead</td><td>{@code org.epochreel.render.Preparation}</td>
 *       <td>nothing, but does its work on a second core while the scene is read and trained</td></tr>
 * </table>
 */
package org.epochreel.cli.startup;
