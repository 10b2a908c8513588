package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Log;
import frontdesk.conversation.Principal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// For whom a tool is called, and how they are spoken to.
record OnBehalf(ConversationId conversation, Principal principal, String locale, ZoneId zone) {

  /// Of the customer who spoke last in the log's open turn.
  static OnBehalf of(Log log) {
    Turn turn = Turn.of(log).orElseThrow();
    Received received = turn.received();
    return new OnBehalf(
        log.head().id(), turn.principal(), received.locale(), zone(received.zone()));
  }

  OnBehalf by(Principal other) {
    return new OnBehalf(conversation, other, locale, zone);
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
