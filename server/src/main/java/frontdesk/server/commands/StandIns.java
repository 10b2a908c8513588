package frontdesk.server.commands;

import frontdesk.edge.Edge;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.Sandboxes;
import frontdesk.sandbox.StandIn;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.sandbox.openai.OpenAi;
import java.time.ZoneId;
import java.util.List;

/// The stand-ins there are.
final class StandIns {
  static final List<String> NAMES = List.of("openai", "calcom");

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
}
