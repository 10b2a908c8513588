package frontdesk.adapters.calcom;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.json.Jsons;
import frontdesk.tool.Hold;
import frontdesk.tool.LooksUp;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.ToolContext;
import frontdesk.tool.WriteTool;
import frontdesk.tool.WriteTool.Previewing;
import frontdesk.tool.WriteTool.Previewing.Preview;
import java.time.Duration;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Somebody for whom the tools are called, as the core calls them.
record Customer(
    Desk desk, ConversationId conversation, Principal principal, String locale, ZoneId zone) {
  private static final Duration ALLOWANCE = Duration.ofSeconds(5);

  Customer speaking(String language) {
    return new Customer(desk, conversation, principal, language, zone);
  }

  Customer in(String otherZone) {
    return new Customer(desk, conversation, principal, locale, ZoneId.of(otherZone));
  }

  /// An act that was approved.
  ///
  /// @param text of its preview
  record Act(String tool, Json arguments, Json bound, IdempotencyKey key, String text) {}

  Outcome look(String tool, String... arguments) {
    var context = context(key("look"), Json.NULL, ALLOWANCE);
    return desk.tool(tool).call(context, json(arguments));
  }

  Previewing preview(String tool, String... arguments) {
    return write(tool).preview(context(key("preview"), Json.NULL, ALLOWANCE), json(arguments));
  }

  /// Shows a preview, which is approved.
  Act approve(String call, String tool, String... arguments) {
    if (!(preview(tool, arguments) instanceof Preview(var text, var bound))) {
      throw new AssertionError("No preview: " + preview(tool, arguments));
    }
    // As the log gives it back.
    Json kept = Jsons.canonical(Jsons.parse(bound));
    return new Act(tool, json(arguments), kept, key(call), text);
  }

  Outcome run(Act act) {
    return run(act, ALLOWANCE);
  }

  /// Holds what was shown, as is done before it is.
  Outcome hold(Act act) {
    return hold(act.tool()).take().call(context(act.key(), Json.NULL, ALLOWANCE), act.bound());
  }

  Outcome giveBack(Act act, Json held) {
    return hold(act.tool()).giveBack().call(context(act.key(), Json.NULL, ALLOWANCE), held);
  }

  private Hold hold(String tool) {
    return write(tool).hold().orElseThrow();
  }

  Outcome run(Act act, Json held) {
    ToolContext context = context(act.key(), act.bound(), held, ALLOWANCE);
    return desk.tool(act.tool()).call(context, act.arguments());
  }

  /// Runs it when so much of its allowance is left.
  Outcome run(Act act, Duration left) {
    return desk.tool(act.tool()).call(context(act.key(), act.bound(), left), act.arguments());
  }

  Found find(Act act) {
    ToolContext context = context(act.key(), act.bound(), ALLOWANCE);
    return ((LooksUp) desk.tool(act.tool())).find(context, act.key(), act.arguments());
  }

  /// What is told of a booking that works.
  JsonNode booked(String date, String time) {
    return done(run(approve("call-" + date + time, "book_meeting", ann(date, time))));
  }

  static String[] ann(String date, String time) {
    return new String[] {"date", date, "time", time, "name", "Ann", "email", "ann@example.com"};
  }

  static JsonNode done(Outcome outcome) {
    if (outcome instanceof Outcome.Done(var content)) return Jsons.parse(content);
    throw new AssertionError("Not done: " + outcome);
  }

  private WriteTool write(String tool) {
    return (WriteTool) desk.tool(tool);
  }

  private IdempotencyKey key(String call) {
    return IdempotencyKey.of(conversation, new CallId(call));
  }

  private ToolContext context(IdempotencyKey key, Json bound, Duration left) {
    return context(key, bound, Json.NULL, left);
  }

  private ToolContext context(IdempotencyKey key, Json bound, Json held, Duration left) {
    return new ToolContext(
        conversation,
        principal,
        locale,
        zone,
        key,
        bound,
        held,
        Deadline.in(left, desk.time),
        Deadline.in(Duration.ofSeconds(15), desk.time),
        desk.time);
  }

  private static Json json(String... arguments) {
    ObjectNode json = Jsons.object();
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i].equals("duration_minutes")) {
        json.put(arguments[i], Integer.parseInt(arguments[i + 1]));
      } else json.put(arguments[i], arguments[i + 1]);
    }
    return Jsons.json(json);
  }
}
