package org.epochreel.cli.describe;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for the shell Fish: commands, their options, files where a value is wanted. */
final class FishCompletion {

    private FishCompletion() {}

    static String of(CommandLine program) {
        String name = program.getCommandName();
        StringBuilder lines = new StringBuilder();
        program.getSubcommands().forEach((command, line) -> lines.append("complete -c ").append(name)
                .append(" -f -n __fish_use_subcommand -a ").append(command)
                .append(" -d ").append(quoted(String.join(" ", line.getCommandSpec().usageMessage().description())))
                .append('\n'));
        options(lines, name, "__fish_use_subcommand", program.getCommandSpec());
        program.getSubcommands().forEach((command, line) ->
                options(lines, name, "'__fish_seen_subcommand_from " + command + "'", line.getCommandSpec()));
        return lines.toString();
    }

    private static void options(StringBuilder lines, String name, String where, CommandSpec command) {
        for (OptionSpec option : command.options()) {
            lines.append("complete -c ").append(name).append(" -n ").append(where);
            for (String written : option.names()) {
                boolean brief = !written.startsWith("--");
                lines.append(brief ? " -s " : " -l ").append(written.substring(brief ? 1 : 2));
            }
            lines.append(option.arity().max() > 0 ? " -r" : "")
                    .append(" -d ").append(quoted(String.join(" ", option.description()))).append('\n');
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
