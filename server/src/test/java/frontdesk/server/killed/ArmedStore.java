package frontdesk.server.killed;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.simulation.PassesOn;
import frontdesk.sqlite.SqliteJournal;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Outbox;
import java.util.List;
import java.util.Optional;

/// The journal with a kill switch before and after each write.
final class ArmedStore extends PassesOn implements Outbox {
  private final Outbox outbox;
  private final Arm arm;

  ArmedStore(SqliteJournal store, Arm arm) {
    super(store);
    this.outbox = store;
    this.arm = arm;
  }

  @Override
  public List<Acceptance> accept(List<InboundEvent> events) {
    List<Acceptance> accepted = journal.accept(events);
    events.stream()
        .filter(Webhook::isArmed)
        .forEach(event -> arm.pass(Moment.AFTER_STORE, event.conversation()));
    return accepted;
  }

  @Override
  public Log append(Log log, Effects effects) {
    ConversationId id = log.head().id();
    List<Entry> entries = log.unsaved();
    if (has(entries, Entry.Previewed.class)) {
      arm.pass(Moment.BEFORE_PREVIEW_COMMIT, id);
    }
    if (has(entries, Entry.Intended.class)) arm.pass(Moment.BEFORE_INTENT_COMMIT, id);
    if (hasResult(entries)) arm.pass(Moment.BEFORE_RESULT_STORE, id);
    if (hasAnswer(entries)) arm.pass(Moment.BEFORE_ANSWER_COMMIT, id);
    Log appended = journal.append(log, effects);
    if (has(entries, Entry.Previewed.class)) arm.pass(Moment.AFTER_PREVIEW_COMMIT, id);
    if (has(entries, Entry.Intended.class)) arm.pass(Moment.AFTER_INTENT_COMMIT, id);
    if (hasResult(entries)) arm.pass(Moment.AFTER_RESULT_STORE, id);
    if (hasAnswer(entries)) arm.pass(Moment.AFTER_ANSWER_COMMIT, id);
    return appended;
  }

  @Override
  public List<Sending> claim(int max) {
    List<Sending> claimed = outbox.claim(max);
    claimed.forEach(sending -> arm.pass(Moment.AFTER_CLAIM, sending.conversation()));
    return claimed;
  }

  @Override
  public void settle(Sending sending, Delivery delivery) {
    arm.pass(Moment.BEFORE_MARK_SENT, sending.conversation());
    outbox.settle(sending, delivery);
    arm.pass(Moment.AFTER_MARK_SENT, sending.conversation());
  }

  @Override
  public Optional<Sending> echoed(String key) {
    return outbox.echoed(key);
  }

  @Override
  public boolean isSending(ConversationId id) {
    return outbox.isSending(id);
  }

  private static boolean has(List<Entry> entries, Class<? extends Entry> kind) {
    return entries.stream().anyMatch(kind::isInstance);
  }

  private static boolean hasResult(List<Entry> entries) {
    return entries.stream()
        .anyMatch(entry -> entry instanceof Entry.Returned(_, var attempt, _) && attempt > 0);
  }

  private static boolean hasAnswer(List<Entry> entries) {
    return has(entries, Entry.Replied.class) || has(entries, Entry.Asked.class);
  }
}
