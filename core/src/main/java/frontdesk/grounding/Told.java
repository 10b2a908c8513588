package frontdesk.grounding;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.dates.Context;
import frontdesk.json.Jsons;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;

/// A text of the log that an argument may come from.
sealed interface Told {
  /// Place in the log of the entry that holds it.
  long entry();

  /// Which of the entry's texts.
  int item();

  String text();

  /// The customer wrote it. `context` is what its dates are measured from.
  record ByCustomer(long entry, int item, String text, Context context) implements Told {}

  /// An identity of the customer that the channel knows.
  record Identity(long entry, int item, String text) implements Told {}

  /// A tool returned it: JSON.
  record ByTool(long entry, int item, String text) implements Told {}

  /// All of them, newest first.
  static List<Told> in(List<Logged> timeline) {
    var told = new ArrayList<Told>();
    for (Logged logged : timeline.reversed()) add(told, logged.seq(), logged.entry());
    return told;
  }

  private static void add(List<Told> told, long seq, Entry entry) {
    switch (entry) {
      case Received received -> {
        for (int i = received.events().size() - 1; i >= 0; i--) {
          add(told, seq, i, received, received.events().get(i));
        }
      }
      case Returned(_, _, Outcome.Done(var content)) ->
          told.add(new ByTool(seq, 0, content.text()));
      case Returned(_, _, Outcome.NeedsInput needs) when !needs.offers().isEmpty() -> {
        ArrayNode offers = Jsons.array();
        needs.offers().forEach(offer -> offers.add(Jsons.parse(offer)));
        told.add(new ByTool(seq, 0, Jsons.json(offers).text()));
      }
      default -> {}
    }
  }

  private static void add(List<Told> told, long seq, int item, Received received, Arrived arrived) {
    Principal sender = arrived.event().sender();
    if (!sender.converses()) return;
    if (arrived.event().what() instanceof Said(var text)) {
      Locale locale = Locale.forLanguageTag(received.locale());
      var context = Context.of(zone(received.zone()), arrived.sentAt(), locale);
      told.add(new ByCustomer(seq, item, text, context));
    }
    if (sender instanceof Principal.Customer customer) {
      for (var identity : customer.identities()) {
        told.add(new Identity(seq, item, identity.value()));
      }
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
