package org.epochreel.cli.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.epochreel.cli.Main;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes manual pages and completions for shells, where packages of Unix look for them. */
public final class CommandDocuments {

    private static final String NAME = "epochreel";

    private CommandDocuments() {}

    /** @param arguments the folder and the program's version */
    public static void main(String[] arguments) throws IOException {
        writeAll(Path.of(arguments[0]), arguments[1]);
    }

    static void writeAll(Path folder, String version) throws IOException {
        CommandLine program = Main.model();
        // The version that is asked for at run time is that of a jar, which is not there yet.
        String bash = AutoComplete.bash(NAME, program);
        write(folder.resolve("bash-completion/completions/" + NAME), bash);
        // Zsh reads Bash's completions once it is told to.
        write(folder.resolve("zsh/site-functions/_" + NAME),
                "#compdef " + NAME + "\nautoload -U +X bashcompinit && bashcompinit\n" + bash);
        write(folder.resolve("fish/vendor_completions.d/" + NAME + ".fish"), FishCompletion.of(program));
        write(folder.resolve("man/man1/" + NAME + ".1"), ManualPage.of(program.getCommandSpec(), version));
        for (CommandLine command : program.getSubcommands().values()) {
            write(folder.resolve("man/man1/" + NAME + "-" + command.getCommandName() + ".1"),
                    ManualPage.of(command.getCommandSpec(), version));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace(System.lineSeparator(), "\n"));
    }
}
