package frontdesk.server.commands;

import frontdesk.server.Console;
import tools.jackson.databind.JsonNode;

/// What `ops list` and `ops show` print: what there is on standard output, what to type about it
/// on standard error.
record OpsScreen(Console console) {

  void list(JsonNode all) {
    for (JsonNode one : all) {
      console
          .out()
          .printf(
              "%-10s %-7s %-10s %3s open  %s%n",
              text(one, "status"),
              text(one, "owner"),
              text(one, "agent"),
              text(one, "open_events"),
              text(one, "conversation"));
    }
    if (all.isEmpty()) console.err().println("There is no conversation.");
  }

  void show(JsonNode shown) {
    console.out().println(shown.toPrettyString());
    String id = text(shown, "conversation");
    if (text(shown, "owner").equals("person")) {
      hint("A person has taken over", "ops say " + id + " TEXT, ops handback " + id);
    }
    for (JsonNode act : shown.path("acts")) {
      String what =
          "Nobody knows whether %s %s happened, since %s"
              .formatted(text(act, "tool"), act.path("arguments"), text(act, "since"));
      hint(what, "ops settle " + id + " " + text(act, "call") + " happened|not-happened");
    }
    for (JsonNode letter : shown.path("dead_letters")) {
      hint("A message failed (" + text(letter, "why") + ")", "ops replay " + id);
    }
  }

  private void hint(String what, String command) {
    console.err().println(what + ": " + command);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
