package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Principal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// For whom a tool is called, how they are spoken to, and what is held for them.
record OnBehalf(
    ConversationId conversation, Principal principal, String locale, ZoneId zone, Json held) {

  /// Of the customer who spoke last in the log's open turn.
  static OnBehalf of(Log log) {
    Turn turn = Turn.of(log).orElseThrow();
    Received received = turn.received();
    return new OnBehalf(
        log.head().id(), turn.principal(), received.locale(), zone(received.zone()), Json.NULL);
  }

  OnBehalf by(Principal other) {
    return new OnBehalf(conversation, other, locale, zone, held);
  }

  OnBehalf holding(Json what) {
    return new OnBehalf(conversation, principal, locale, zone, what);
  }

  /// An older log may name a zone that this machine does not know.
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
