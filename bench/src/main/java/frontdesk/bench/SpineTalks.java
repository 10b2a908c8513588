package frontdesk.bench;

import frontdesk.bench.peers.Talks;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Principal;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.server.Desk;
import frontdesk.store.Acceptance;
import java.time.Duration;
import java.util.Map;

/// A desk without a channel: events in at its reception, answers out of its feed.
record SpineTalks(Desk desk, String agent, Edge edge) implements Talks {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String open() {
    ConversationId id = ConversationId.of("bench", "local", edge.newId().get());
    desk.reception().accept(event(id, new Opened(agent, Map.of())));
    return id.value();
  }

  @Override
  public String say(String conversation, String text) {
    InboundEvent event = event(new ConversationId(conversation), new Said(text));
    Logged answer;
    try (var waiting = desk.feed().expect(event)) {
      Acceptance accepted = desk.reception().accept(event);
      answer =
          waiting
              .answer(accepted, Deadline.in(PATIENCE, edge.threads()))
              .orElseThrow(() -> new IllegalStateException("A message was not answered in time"));
    }
    return switch (answer.entry()) {
      case Replied replied -> replied.text();
      case Asked asked -> asked.text();
      default -> throw new IllegalStateException("A message was answered without a word");
    };
  }

  private InboundEvent event(ConversationId id, Inbound what) {
    return InboundEvent.untimed(
        new EventId(id + ":" + edge.newId().get()), id, new Principal.Visitor(id.value()), what);
  }
}
