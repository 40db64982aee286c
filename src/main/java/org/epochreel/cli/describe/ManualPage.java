package org.epochreel.cli.describe;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page of one command in the language of {@code man}. */
final class ManualPage {

    private static final String[][] EXIT_CODES = {{"0", "done"}, {"1", "a scene failed while rendering"},
            {"2", "wrong usage"}, {"3", "a scene file is invalid"}, {"4", "the output could not be written"},
            {"5", "something on the machine is missing"}, {"130", "interrupted"}};

    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManualPage(CommandSpec command) {
        this.command = command;
    }

    static String of(CommandSpec command, String version) {
        return new ManualPage(command).write(version);
    }

    private String write(String version) {
        String name = command.qualifiedName("-");
        page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1 \"\" \"epochreel ").append(version)
                .append("\"\n");
        page.append(".SH NAME\n").append(escaped(name)).append(" \\- ").append(description()).append('\n');
        page.append(".SH SYNOPSIS\n.B ").append(escaped(command.qualifiedName())).append('\n');
        page.append(command.subcommands().isEmpty() ? "[OPTION]...\n" : "[OPTION]... COMMAND\n");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            page.append(escaped(parameter.paramLabel())).append(parameter.arity().max() > 1 ? "...\n" : "\n");
        }
        page.append(".SH DESCRIPTION\n").append(description()).append('\n');
        if (!command.subcommands().isEmpty()) {
            page.append(".SH COMMANDS\n");
            command.subcommands().forEach((label, line) -> entry("\\fB" + escaped(label) + "\\fP",
                    String.join(" ", line.getCommandSpec().usageMessage().description())));
        }
        page.append(".SH OPTIONS\n");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            entry("\\fI" + escaped(parameter.paramLabel()) + "\\fP", String.join(" ", parameter.description()));
        }
        for (OptionSpec option : command.options()) {
            String value = option.arity().max() > 0 ? " \\fI" + escaped(option.paramLabel()) + "\\fP" : "";
            entry("\\fB" + escaped(String.join(", ", option.names())) + "\\fP" + value,
                    String.join(" ", option.description()));
        }
        page.append(".SH EXIT STATUS\n");
        for (String[] code : EXIT_CODES) {
            entry(code[0], code[1]);
        }
        page.append(".SH SEE ALSO\n");
        if (command.parent() == null) {
            String separator = "";
            for (CommandLine line : command.subcommands().values()) {
                page.append(separator).append("\\fBepochreel\\-").append(escaped(line.getCommandName())).append("\\fP(1)");
                separator = ",\n";
            }
            page.append('\n');
        } else {
            page.append("\\fBepochreel\\fP(1)\n");
        }
        return page.toString();
    }

    private String description() {
        return escaped(String.join(" ", command.usageMessage().description()));
    }

    private void entry(String term, String text) {
        page.append(".TP\n").append(term).append('\n').append(escaped(text)).append('\n');
    }

    // A point or an apostrophe that begins a line would be an order.
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ").replace("%%", "%");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
