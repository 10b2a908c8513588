package frontdesk.server.commands;

import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import frontdesk.sandbox.StandIn;
import frontdesk.sandbox.openai.OpenAi;
import frontdesk.server.Console;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A stand-in for a remote system, alone, on this machine only.
@Command(
    name = "sandbox",
    description = "Runs a stand-in for a remote system on this machine.",
    mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;
  private static final String CALCOM = "calcom";

  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which one; without it their names are listed.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--port",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).",
      defaultValue = "8090")
  private int port;

  @Option(names = "--script", description = "What it says: YAML or JSON, as of scripted models.")
  private Optional<Path> script = Optional.empty();

  public SandboxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (name.isEmpty()) {
      StandIns.NAMES.forEach(console.out()::println);
      return 0;
    }
    checked();
    Edge edge = Edge.real();
    ZoneId zone = ZoneId.of(console.environment().zone());
    boolean calcom = name.equals(Optional.of(CALCOM));
    StandIn standIn = calcom ? StandIns.calcom(edge, zone) : openai(edge);
    HelidonServer server =
        HelidonServer.start(
            Listen.local(port),
            StandIns.sandbox(standIn, edge).alone(),
            edge.threads(),
            edge.newId());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    console.out().print(calcom ? calcomWelcome(server.port(), zone) : openaiWelcome(server.port()));
    console.out().flush();
    new CountDownLatch(1).await(); // Ctrl-C ends it
    return 0;
  }

  private void checked() {
    if (!StandIns.NAMES.contains(name.orElse(""))) {
      throw new InvalidSettings(
          List.of(
              "sandbox: there is no '%s'; name one of %s"
                  .formatted(name.orElse(""), String.join(", ", StandIns.NAMES))));
    }
    if (port < 0 || port > PORT_MAX) {
      throw new InvalidSettings(List.of("--port: must be 0 to " + PORT_MAX));
    }
    if (script.isPresent() && name.equals(Optional.of(CALCOM))) {
      throw new InvalidSettings(List.of("--script: only openai has one, leave it out"));
    }
  }

  private OpenAi openai(Edge edge) {
    OpenAi openai = StandIns.openai(edge);
    script.ifPresent(file -> read(openai, file));
    return openai;
  }

  private static void read(OpenAi openai, Path file) {
    try {
      openai.script(Files.readString(file));
    } catch (IOException e) {
      throw new InvalidSettings(List.of("--script: cannot read " + file));
    } catch (InvalidSettings e) {
      throw new InvalidSettings(e.problems().stream().map(line -> file + ": " + line).toList());
    }
  }

  private static String calcomWelcome(int port, ZoneId zone) {
    return """
        The calcom sandbox is ready on http://127.0.0.1:%1$d (this machine only).
        Its page shows what is booked. Open 09:00 to 18:00 every day in %2$s; the key is cal_demo.

        Ask it something, and let it suffer something (docs/sandboxes.md):
          curl http://127.0.0.1:%1$d/v2/event-types -H 'Authorization: Bearer cal_demo' -H 'cal-api-version: 2024-06-14'
          curl http://127.0.0.1:%1$d/_control/faults -d '[{"match": "POST /v2/bookings", "do": "drop_after"}]'
        Ctrl-C stops.
        """
        .formatted(port, zone);
  }

  private static String openaiWelcome(int port) {
    return """
        The openai sandbox is ready on http://127.0.0.1:%1$d (this machine only).
        Its page shows each request as the model saw it.

        Point an agent at it:
          OPENAI_BASE_URL=http://127.0.0.1:%1$d/v1 OPENAI_API_KEY=sk-sandbox

        Let it say or suffer something (docs/sandboxes.md):
          curl http://127.0.0.1:%1$d/_control/script -d '[{"reply": {"text": "Hello."}}]'
          curl http://127.0.0.1:%1$d/_control/faults -d '[{"do": "status:500"}]'
        Ctrl-C stops.
        """
        .formatted(port);
  }
}
