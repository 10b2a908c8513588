package frontdesk.grounding;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.dates.Context;
import frontdesk.json.Jsons;
import frontdesk.tool.ArgumentKind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;

/// A text of the log that an argument may come from.
sealed interface Told {
  /// Place in the log of the entry that holds it.
  long entry();

  /// Which of the entry's texts.
  int item();

  String text();

  /// The customer wrote it.
  record ByCustomer(long entry, int item, Line line) implements Told {
    @Override
    public String text() {
      return line.text();
    }
  }

  /// An identity of the customer that the channel knows.
  record Identity(long entry, int item, String kind, String text) implements Told {
    boolean is(ArgumentKind wanted, String value) {
      return switch (wanted) {
        case EMAIL -> Form.EMAIL.isSame(text, value);
        case PHONE -> kind.contains("phone") && Form.PHONE.isSame(text, value);
        case URL, DATE, TIME, MINUTES, NUMBER, CHOICE, FLAG -> false;
        case CODE, ID, NAME, ZONE, TEXT -> text.equalsIgnoreCase(value);
      };
    }
  }

  /// A tool returned it: JSON. `zone` is the customer's.
  record ByTool(long entry, int item, String text, ZoneId zone) implements Told {}

  /// All of them, newest first.
  static List<Told> in(List<Logged> timeline) {
    var told = new ArrayList<Told>();
    Set<String> asked = Set.of();
    ZoneId zone = ZoneOffset.UTC;
    for (Logged logged : timeline) {
      switch (logged.entry()) {
        case Gathered gathered -> asked = asked(gathered);
        case Received received -> zone = zone(received.zone());
        default -> {}
      }
      add(told, logged.seq(), logged.entry(), asked, zone);
    }
    return told.reversed();
  }

  private static Set<String> asked(Gathered gathered) {
    var asked = new HashSet<>(gathered.missing());
    asked.addAll(gathered.invalid().keySet());
    return asked;
  }

  private static void add(List<Told> told, long seq, Entry entry, Set<String> asked, ZoneId zone) {
    switch (entry) {
      case Received received -> {
        for (int i = 0; i < received.events().size(); i++) {
          add(told, seq, i, received, received.events().get(i), asked);
        }
      }
      case Returned(_, _, Outcome.Done(var content)) ->
          told.add(new ByTool(seq, 0, content.text(), zone));
      case Returned(_, _, Outcome.NeedsInput needs) when !needs.offers().isEmpty() -> {
        ArrayNode offers = Jsons.array();
        needs.offers().forEach(offer -> offers.add(Jsons.parse(offer)));
        told.add(new ByTool(seq, 0, Jsons.json(offers).text(), zone));
      }
      default -> {}
    }
  }

  private static void add(
      List<Told> told, long seq, int item, Received received, Arrived arrived, Set<String> asked) {
    Principal sender = arrived.event().sender();
    if (!sender.converses()) return;
    if (sender instanceof Principal.Customer customer) {
      for (var identity : customer.identities()) {
        told.add(new Identity(seq, item, identity.kind(), identity.value()));
      }
    }
    if (arrived.event().what() instanceof Said(var text)) {
      Locale locale = Locale.forLanguageTag(received.locale());
      var context = Context.of(zone(received.zone()), arrived.sentAt(), locale);
      told.add(new ByCustomer(seq, item, new Line(text, context, asked)));
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
