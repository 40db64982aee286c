package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.cli.progress.Console;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.ToolVersion;
import picocli.CommandLine.IVersionProvider;

/** The program as far as it is the same for every command; to start it without one is wrong usage. */
final class RootCommand extends Command {

    private static final ImmutableList<String> NAMES =
            ImmutableList.of("render", "preview", "still", "train", "check", "gallery", "batch", "new", "schema", "doctor");

    private RootCommand() {
        super("epochreel", "Turns scene files into videos of a small neural network learning.");
        spec().versionProvider(new Version());
        spec().usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("", "Start with 'epochreel new my-scene.yaml', then 'epochreel render my-scene.yaml'.");
    }

    /**
     * The program with the command that the arguments begin with, or else with all commands, of which its help and its
     * suggestions tell; a command that is not asked for need not be declared.
     */
    static RootCommand of(Console console, String... arguments) {
        List<Command> commands = new ArrayList<>();
        if (arguments.length > 0 && NAMES.contains(arguments[0])) {
            String asked = arguments[0];
            commands.add(asked.equals("render") ? RenderCommand.preparing(console) : create(asked, console));
        } else {
            for (String name : NAMES) {
                commands.add(create(name, console));
            }
        }
        RootCommand root = new RootCommand();
        for (Command command : commands) {
            root.spec().addSubcommand(command.spec().name(), command.spec());
        }
        return root;
    }

    /** What {@code --version} prints. */
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"epochreel " + ToolVersion.current()};
        }
    }

    private static Command create(String name, Console console) {
        return switch (name) {
            case "render" -> new RenderCommand(console, SceneRenderer.alone());
            case "preview" -> new PreviewCommand(console);
            case "still" -> new StillCommand(console);
            case "train" -> new TrainCommand(console);
            case "check" -> new CheckCommand(console);
            case "gallery" -> new GalleryCommand(console);
            case "batch" -> new BatchCommand(console);
            case "new" -> new NewCommand(console);
            case "schema" -> new SchemaCommand(console);
            case "doctor" -> new DoctorCommand(console);
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }

    @Override
    public Integer call() {
        throw wrongUsage("a command is missing");
    }
}
