package frontdesk.server.meetings;

import static java.util.stream.Collectors.joining;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.sqlite.SqliteJournal;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Outbox;
import java.util.List;
import java.util.Optional;

/// The journal with a step before and after each write.
final class SteppedStore extends PassesOn implements Outbox {
  private final Outbox outbox;
  private final Steps steps;

  SteppedStore(SqliteJournal store, Steps steps) {
    super(store);
    this.outbox = store;
    this.steps = steps;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    pass("before", events);
    List<Acceptance> accepted = journal.accept(events);
    pass("after", events);
    return accepted;
  }

  private void pass(String when, List<InboundEvent> events) {
    for (InboundEvent event : events) {
      String what = event.what().getClass().getSimpleName();
      steps.pass(event.conversation(), when + " accept " + what);
    }
  }

  @Override
  public Log append(Log log, Effects effects) {
    ConversationId id = log.head().id();
    String entries =
        log.unsaved().stream().map(entry -> entry.getClass().getSimpleName()).collect(joining("+"));
    steps.pass(id, "before append " + entries);
    Log appended = journal.append(log, effects);
    steps.pass(id, "after append " + entries);
    return appended;
  }

  @Override
  public List<Sending> claim(int max) {
    return outbox.claim(max);
  }

  @Override
  public void settle(Sending sending, Delivery delivery) {
    outbox.settle(sending, delivery);
  }

  @Override
  public Optional<Sending> echoed(String key) {
    return outbox.echoed(key);
  }

  @Override
  public boolean isSending(ConversationId id) {
    return outbox.isSending(id);
  }
}
