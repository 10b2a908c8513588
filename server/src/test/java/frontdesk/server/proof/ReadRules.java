package frontdesk.server.proof;

import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.json.Jsons;
import frontdesk.server.proof.Call.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a GET shows: in the end the log as it is, in order; on the way never less than a GET before
/// showed.
record ReadRules(Story story, Ledger ledger) {
  private static final String NONE = "null";

  void check() {
    List<Exchange> reads =
        ledger.exchanges().stream()
            .filter(e -> e.call().kind() == Kind.READ && !e.call().isForeign())
            .filter(e -> e.call().conversation().equals(story.id()))
            .toList();
    for (Exchange read : reads) {
      boolean shown = read.answer().status() == 200;
      if (!shown && !read.answer().mayComeLater()) violated("was refused: " + read.answer());
    }
    List<Exchange> shown = reads.stream().filter(e -> e.answer().status() == 200).toList();
    for (Exchange before : shown) {
      for (Exchange after : shown) {
        if (after.sent() > before.answered()) checkOnward(json(before), json(after));
      }
    }
    if (!shown.isEmpty()) checkEnd(json(shown.getLast()));
  }

  private void checkOnward(JsonNode before, JsonNode after) {
    for (String role : List.of("user", "assistant")) {
      List<String> was = texts(before, role);
      List<String> is = texts(after, role);
      boolean goesOn = was.size() <= is.size() && is.subList(0, was.size()).equals(was);
      if (!goesOn) violated("messages changed from " + was + " to " + is);
    }
    for (Map.Entry<String, JsonNode> fact : before.path("facts").properties()) {
      boolean lost = !fact.getValue().isNull() && after.path("facts").path(fact.getKey()).isNull();
      if (lost) ledger.violated("facts", story.id() + ": " + fact.getKey() + " was lost");
    }
    boolean gone = !before.path("ticket").isNull() && after.path("ticket").isNull();
    if (gone || !sameTicket(before.path("ticket"), after.path("ticket"))) {
      ledger.violated("ticket", story.id() + ": was " + before.path("ticket"));
    }
  }

  private static boolean sameTicket(JsonNode before, JsonNode after) {
    return before.isNull() || before.path("id").equals(after.path("id"));
  }

  private void checkEnd(JsonNode shown) {
    List<String> said = story.messages().stream().map(Story.Message::text).toList();
    if (!texts(shown, "user").equals(said))
      violated("shows " + texts(shown, "user") + " of " + said);
    if (!texts(shown, "assistant").equals(story.answers())) violated("shows other answers");
    if (shown.path("message_count").asInt(0) != said.size() + story.answers().size()) {
      violated("counts " + shown.path("message_count"));
    }
    checkFacts(shown.path("facts"));
    boolean handed = !story.all(HandedTo.class).isEmpty();
    if (handed == shown.path("ticket").isNull()) {
      ledger.violated(
          "ticket", story.id() + ": handed over " + handed + ", " + shown.path("ticket"));
    }
    String status = shown.path("status").asString("");
    if (!status.equals(status(handed))) violated("status " + status + ", not " + status(handed));
  }

  /// Nobody looks after what was set aside: no operator comes by.
  private String status(boolean handed) {
    boolean setAside = !story.all(DeadLettered.class).isEmpty();
    boolean wanted =
        !story.all(PersonWanted.class).isEmpty() || !story.all(Escalated.class).isEmpty();
    return setAside || wanted ? "waiting" : handed ? "completed" : "open";
  }

  private void checkFacts(JsonNode shown) {
    ObjectNode known = Jsons.object();
    story.all(Noted.class).forEach(noted -> known.set(noted.name(), Jsons.parse(noted.value())));
    for (Map.Entry<String, JsonNode> fact : shown.properties()) {
      String expected =
          Optional.ofNullable(known.get(fact.getKey())).map(JsonNode::toString).orElse(NONE);
      if (fact.getValue().toString().equals(expected)) continue;
      ledger.violated("facts", story.id() + ": shows " + fact + ", not " + expected);
    }
  }

  private static JsonNode json(Exchange exchange) {
    return exchange.answer().json();
  }

  private static List<String> texts(JsonNode shown, String role) {
    var texts = new ArrayList<String>();
    for (JsonNode message : shown.path("messages")) {
      if (message.path("role").asString("").equals(role))
        texts.add(message.path("text").asString(""));
    }
    return texts;
  }

  private void violated(String what) {
    ledger.violated("read", story.id() + ": " + what);
  }
}
