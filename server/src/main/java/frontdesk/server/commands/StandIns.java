package frontdesk.server.commands;

import frontdesk.adapters.calcom.CalComSettings;
import frontdesk.edge.Edge;
import frontdesk.http.Secret;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.Sandboxes;
import frontdesk.sandbox.StandIn;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.sandbox.openai.OpenAi;
import frontdesk.server.Environment;
import frontdesk.server.Remotes;
import frontdesk.server.Settings;
import frontdesk.server.http.Errors;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The stand-ins there are.
final class StandIns {
  static final List<String> NAMES = List.of("openai", "calcom");

  /// The key of the calcom sandbox.
  static final String CALCOM_KEY = "cal_demo";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private StandIns() {}

  static OpenAi openai(Edge edge) {
    return new OpenAi(edge.clock(), edge.random());
  }

  /// Open in this zone.
  static CalCom calcom(Edge edge, ZoneId zone) {
    return new CalCom(edge.clock(), edge.random(), zone);
  }

  static Sandbox sandbox(StandIn standIn, Edge edge) {
    return new Sandbox(standIn, edge.threads());
  }

  /// All of them, for the demo.
  static Sandboxes all(Edge edge, ZoneId zone) {
    return new Sandboxes(List.of(sandbox(openai(edge), edge), sandbox(calcom(edge, zone), edge)));
  }

  /// The settings of the demo, with sandboxes that begin to listen when they are needed.
  static Settings demo(Environment environment, Edge edge) {
    ZoneId zone = ZoneId.of(environment.zone());
    return Settings.demo(environment).with(remotes(all(edge, zone), environment, edge));
  }

  /// What agents on a laptop talk with: the sandboxes, over HTTP on a port of their own. A URL of
  /// the environment is followed only if it is on this machine, too.
  static Remotes remotes(Sandboxes sandboxes, Environment environment, Edge edge) {
    return new Remotes(
        () -> Optional.of(local(environment).orElseGet(() -> listening(sandboxes, edge))));
  }

  /// Where a calendar of one's own listens on this machine, if one is named.
  static Optional<URI> own(Environment environment) {
    return environment
        .get("CALCOM_URL")
        .map(Remotes::url)
        .filter(url -> LOOPBACK.contains(String.valueOf(url.getHost())));
  }

  private static Optional<CalComSettings> local(Environment environment) {
    return own(environment)
        .map(url -> calcom(url, environment.get("CALCOM_API_KEY").orElse(CALCOM_KEY)));
  }

  private static CalComSettings listening(Sandboxes sandboxes, Edge edge) {
    HelidonServer server =
        HelidonServer.start(
            Listen.local(0),
            sandboxes.before(_ -> Errors.of(404, "Not found")),
            edge.threads(),
            edge.newId());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop the sandboxes"));
    String url = "http://127.0.0.1:" + server.port() + "/sandbox/calcom/api";
    return calcom(URI.create(url), CALCOM_KEY);
  }

  private static CalComSettings calcom(URI url, String key) {
    return new CalComSettings(url, new Secret(key));
  }
}
