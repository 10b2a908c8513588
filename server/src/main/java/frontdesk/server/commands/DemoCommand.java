package frontdesk.server.commands;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.edge.Edge;
import frontdesk.http.Secret;
import frontdesk.json.InvalidSettings;
import frontdesk.sandbox.Sandboxes;
import frontdesk.server.Console;
import frontdesk.server.ModelSettings;
import frontdesk.server.ProviderCheck;
import frontdesk.server.RehearsalNotice;
import frontdesk.server.Server;
import frontdesk.server.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Everything there is, on this machine, without a key.
@Command(
    name = "demo",
    description = "Runs every agent on this machine, without a key.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final String ENTER =
      "curl -X %s http://127.0.0.1:%d/api/conversations/%s -H 'Content-Type: application/json' -d '%s'";

  private static final int PORT_MAX = 65_535;

  private final Console console;

  @Option(
      names = "--port",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).",
      defaultValue = "8080")
  private int port;

  @Option(names = "--data", description = "Directory to keep data in.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--model", description = "openai[:MODEL], rehearsal, guided, or scripted:FILE.")
  private Optional<String> model = Optional.empty();

  public DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Edge edge = Edge.real();
    String operator = "op-" + edge.newId().get();
    ZoneId zone = ZoneId.of(console.environment().zone());
    Sandboxes sandboxes = StandIns.all(edge, zone);
    Settings settings =
        settings(operator).with(StandIns.remotes(sandboxes, console.environment(), edge));
    // Beside the desk, not behind its limits: it is the remote end of what the desk asks.
    Server server = Server.start(settings, "demo", edge, sandboxes::before);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Stopping.run(server, console), "stop"));
    RehearsalNotice.log(settings.model());
    console.out().print(welcome(server.port(), settings, operator));
    console.out().flush();
    ProviderCheck.beside(settings.model(), server.desk().agents().all(), edge);
    server.await();
    return 0;
  }

  private Settings settings(String operator) {
    if (port < 0 || port > PORT_MAX) {
      throw new InvalidSettings(List.of("--port: must be 0 to " + PORT_MAX));
    }
    Settings demo = Settings.demo(console.environment());
    var key = new ApiKey("operator", new Secret(operator), ApiKey.Role.OPERATOR);
    ModelSettings named = model.map(demo.model()::named).orElse(demo.model());
    return demo.with(port, data.orElse(demo.data()), named).with(List.of(key));
  }

  private String welcome(int port, Settings settings, String operator) {
    return """
        Frontdesk is ready on http://127.0.0.1:%1$d (this machine only).
        Model: %2$s. Data: %3$s

        Talk to an agent in another terminal:
          bin/frontdesk chat support --server http://127.0.0.1:%1$d
          bin/frontdesk chat meetings --server http://127.0.0.1:%1$d
        Try: book a 30 minute meeting next Tuesday at 2pm
        What is booked: %7$s (a stand-in for cal.com)

        Or over REST, with the conversation_id of the first answer for ID:
          %4$s
          %5$s
          curl http://127.0.0.1:%1$d/api/conversations/ID/

        A stand-in for OpenAI: OPENAI_BASE_URL=http://127.0.0.1:%1$d/sandbox/openai/api/v1
        What its model was sent: http://127.0.0.1:%1$d/sandbox/openai/ (docs/sandboxes.md)
        The API is described at http://127.0.0.1:%1$d/openapi.json
        Operators: FRONTDESK_KEY=%6$s bin/frontdesk ops list --server http://127.0.0.1:%1$d
        Ctrl-C stops; conversations are kept.
        """
        .formatted(
            port,
            settings.model().name(),
            settings.data(),
            ENTER.formatted("POST", port, "", "{\"function\": \"customer_support\"}"),
            ENTER.formatted("PATCH", port, "ID/", "{\"message\": \"I have an issue\"}"),
            operator,
            StandIns.own(console.environment())
                .map(URI::toString)
                .orElse("http://127.0.0.1:" + port + "/sandbox/calcom/"));
  }
}
