package frontdesk.server.proof;

import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.Noted;
import frontdesk.json.Jsons;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the log knows of the customer's problem: never a blank, no order number that nobody said,
/// the one that was said last, and one ticket.
record FactRules(Story story, Ledger ledger) {

  void check() {
    Set<String> said = new HashSet<>();
    Optional<String> last = Optional.empty();
    boolean unheard = false;
    for (Story.Message message : story.messages()) {
      Optional<String> order = order(message.text());
      order.ifPresent(said::add);
      // What the model failed to read may be known or not; what was read later counts.
      if (order.isPresent()) unheard = message.turn().isApology();
      if (order.isPresent()) last = order;
    }
    Optional<String> noted = Optional.empty();
    for (Noted fact : story.all(Noted.class)) {
      JsonNode value = Jsons.parse(fact.value());
      if (!value.isString() || value.asString().isBlank()) violated("a blank was noted");
      if (!fact.name().equals("order_number")) continue;
      noted = Optional.of(value.asString());
      if (!said.contains(value.asString())) violated("nobody said " + value);
    }
    if (!unheard && !noted.equals(last)) violated("the order is " + noted + ", not " + last);
    checkUrgency();
    if (story.all(HandedTo.class).size() > 1) ledger.violated("ticket", story.id() + ": two");
  }

  private void checkUrgency() {
    boolean heard =
        story.messages().stream()
            .anyMatch(m -> m.text().startsWith(Talk.URGENT) && !m.turn().isApology());
    boolean high =
        story.all(Noted.class).stream()
            .anyMatch(f -> f.name().equals("urgency_level") && f.value().text().equals("\"high\""));
    if (heard && !high) violated("it is not known to be urgent");
  }

  private static Optional<String> order(String text) {
    int at = text.indexOf(Talk.ORDER);
    if (at < 0) return Optional.empty();
    String rest = text.substring(at + Talk.ORDER.length());
    return Optional.of(rest.split("[ ,]", 2)[0].toUpperCase(Locale.ROOT));
  }

  private void violated(String what) {
    ledger.violated("facts", story.id() + ": " + what);
  }
}
