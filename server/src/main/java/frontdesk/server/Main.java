package frontdesk.server;

import frontdesk.json.InvalidSettings;
import frontdesk.server.chat.TalkException;
import frontdesk.server.commands.ChatCommand;
import frontdesk.server.commands.DatesCommand;
import frontdesk.server.commands.DemoCommand;
import frontdesk.server.commands.DoctorCommand;
import frontdesk.server.commands.OpsCommand;
import frontdesk.server.commands.RehearseCommand;
import frontdesk.server.commands.SandboxCommand;
import frontdesk.server.commands.ServeCommand;
import frontdesk.server.commands.VersionCommand;
import frontdesk.server.commands.WarmUpCommand;
import frontdesk.server.logs.Logs;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The entry point of every command. Exit codes: 0 done, 1 failed at run time, 2 wrong usage or
/// settings.
@Command(
    name = "frontdesk",
    description = "The agent server for messaging channels.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ChatCommand.class,
      OpsCommand.class,
      DatesCommand.class,
      RehearseCommand.class,
      DoctorCommand.class,
      SandboxCommand.class,
      VersionCommand.class,
      WarmUpCommand.class,
      HelpCommand.class
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG = 2;

  /// Runs one command and exits.
  public static void main(String[] arguments) {
    // The names on the wire and on the screen are UTF-8, whatever the locale of the machine says.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(new Console(new Environment(System.getenv()), System.in, out, err), arguments));
  }

  /// Runs one command and returns its exit code.
  public static int run(Console console, String... arguments) {
    if (!logs(console)) return WRONG;
    console.environment().obsolete().forEach(console.err()::println);
    return new CommandLine(new Main(), new Commands(console))
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, _) -> wrongUsage(console, e))
        .setExecutionExceptionHandler((e, _, _) -> failed(console, e))
        .execute(arguments);
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        new CommandLine(this), "Say what to do: frontdesk help lists the commands");
  }

  private static boolean logs(Console console) {
    try {
      String level = console.environment().get("LOGLEVEL").orElse("INFO");
      Logs.install(level, console.err(), Terminals.isTerminal());
      return true;
    } catch (IllegalArgumentException e) {
      console.err().println(e.getMessage());
      return false;
    }
  }

  private static int wrongUsage(Console console, CommandLine.ParameterException e) {
    console.err().println(e.getMessage());
    return WRONG;
  }

  private static int failed(Console console, Exception e) {
    switch (e) {
      case InvalidSettings settings -> {
        settings.problems().forEach(console.err()::println);
        return WRONG;
      }
      case TalkException talk -> console.err().println(talk.getMessage());
      default -> console.err().println(Failures.line(e));
    }
    return FAILED;
  }

  /// Makes commands, and gives each its console.
  private record Commands(Console console) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Console.class) {
          return type.cast(constructor.newInstance(console));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
