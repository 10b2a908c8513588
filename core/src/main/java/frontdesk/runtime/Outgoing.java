package frontdesk.runtime;

import frontdesk.channel.PushChannel;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Replied;
import frontdesk.store.Effects.Outbound;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The messages that leave by a push channel when a turn ends: in the same commit as the entry they
/// come from, so that none is said and not sent, or sent and not said.
final class Outgoing {
  private Outgoing() {}

  static List<Outbound> messages(PushChannel channel, List<Entry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                switch (entry) {
                  case Asked(var text, _, var approval, _) ->
                      Stream.of(new Outbound(text, approval, channel.timeLimit()));
                  case Replied(var text, _, _) ->
                      Stream.of(new Outbound(text, Optional.empty(), channel.timeLimit()));
                  default -> Stream.empty();
                })
        .toList();
  }
}
