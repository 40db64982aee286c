package org.epochreel.cli.startup;

import java.util.Locale;

/** What is set in the virtual machine before anything else, so that libraries do no work that this program has no use for. */
public final class LaunchSettings {

    private LaunchSettings() {}

    /** Sets it all; to be called first. */
    public static void apply() {
        System.setProperty("java.awt.headless", "true");
        // Picocli would open every library in search of Groovy, and look up by reflection how to read dates, databases
        // and paths; of all these the program needs paths, and reads them itself.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
        // Nor need the font library look for somebody to log to.
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        // No word depends on the user's language, and Java need not look up that language's calendar and numbers.
        Locale.setDefault(Locale.ROOT);
    }
}
