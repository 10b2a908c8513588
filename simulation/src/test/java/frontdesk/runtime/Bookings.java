package frontdesk.runtime;

import frontdesk.agent.Agent;
import frontdesk.agent.DropPending;
import frontdesk.agent.Facts;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.model.Wishes;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.util.ArrayList;
import java.util.List;

/// An agent that books for whoever said when and who they are.
final class Bookings implements WriteTool {
  private static final Json PARAMETERS =
      new Json(
          """
          {"type": "object", "required": ["date", "time", "name", "email"],
           "additionalProperties": false, "properties": {
             "date": {"type": "string", "format": "date"},
             "time": {"type": "string", "format": "time"},
             "name": {"type": "string", "x-kind": "name"},
             "email": {"type": "string", "format": "email"},
             "seats": {"type": "integer", "minimum": 1}}}
          """);

  final List<Json> shown = new ArrayList<>();
  final List<Json> done = new ArrayList<>();
  Outcome outcome = new Outcome.Done(Json.EMPTY);

  Agent agent() {
    return new Agent(
        "test",
        "1",
        "test",
        true,
        "Book.",
        Facts.NONE,
        List.of(this),
        List.of(new DropPending()),
        List.of(),
        "en",
        "Asia/Bangkok",
        TestAgent.LIMITS,
        Wishes.NONE);
  }

  @Override
  public ToolSpec spec() {
    return ToolSpec.act("book", "Books.", PARAMETERS, Recovery.RETRY_WITH_KEY, Story.LIMIT);
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    shown.add(arguments);
    return new Previewing.Preview("Book " + arguments + "?", Json.EMPTY);
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    done.add(arguments);
    return outcome;
  }
}
