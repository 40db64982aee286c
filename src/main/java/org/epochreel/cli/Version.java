package org.epochreel.cli;

import org.epochreel.render.ToolVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"epochreel " + ToolVersion.current()};
    }
}
