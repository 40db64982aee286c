/**
 * Documents about the command line, from the model by which it is read. Begin with
 * {@link org.epochreel.cli.describe.CommandDocuments}; only builds of a release use it.
 */
package org.epochreel.cli.describe;
