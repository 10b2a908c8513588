package frontdesk.server.killed;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.server.killed.Counted.Shown;
import frontdesk.sqlite.SqliteJournal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Holds what a customer sent, what the log says and what the platform counted against each other.
/// (I5 is kept by the model, which refuses a request that is not legal.)
final class Oracle {
  private static final int ENTRIES_MAX = 10_000;

  private final Customer customer;
  private final Counted counted;
  private final Head head;
  private final List<Entry> log;

  Oracle(Customer customer, Counted counted, SqliteJournal journal) {
    var id = new ConversationId(customer.conversation());
    this.customer = customer;
    this.counted = counted;
    this.head = journal.head(id).orElseThrow();
    this.log = journal.entries(id, 0, ENTRIES_MAX).stream().map(Logged::entry).toList();
  }

  void check() {
    I1_I2_I4_every_accepted_event_is_read_once_in_order();
    turns_do_not_overlap_and_each_message_is_answered_once();
    I3_I11_effects_happened_as_the_log_says();
    I7_nothing_is_open_and_nothing_was_given_up();
    messages_arrive_in_order_and_once_but_where_nobody_can_tell();
  }

  /// Messages beyond one each, which only a platform without key and read-back may show.
  int repeats() {
    long given = said(true).stream().filter(shown()::contains).count();
    return shown().size() - (int) given;
  }

  /// Why messages are recorded as not delivered.
  List<String> undelivered() {
    return received().stream()
        .map(arrived -> arrived.event().what())
        .flatMap(what -> what instanceof Inbound.Undelivered(_, var why) ? Stream.of(why) : null)
        .toList();
  }

  private void I1_I2_I4_every_accepted_event_is_read_once_in_order() {
    List<String> read =
        received().stream()
            .filter(a -> Webhook.isArmed(a.event()))
            .map(a -> a.event().id().value())
            .toList();
    assertThat(read).as(this::report).containsExactlyElementsOf(customer.accepted());
    assertThat(received().stream().map(Arrived::seq)).as(this::report).isSorted();
    assertThat(received().stream().map(Arrived::seq)).as(this::report).doesNotHaveDuplicates();
  }

  private void turns_do_not_overlap_and_each_message_is_answered_once() {
    boolean open = false;
    var answers = new ArrayList<EventId>();
    for (Entry entry : log) {
      if (entry instanceof Entry.Received) {
        assertThat(open).as(this::report).isFalse();
        open = true;
      }
      if (entry.closesTurn()) {
        assertThat(open).as(this::report).isTrue();
        open = false;
      }
      if (entry instanceof Entry.Replied replied) answers.addAll(replied.answers());
      if (entry instanceof Entry.Asked asked) answers.addAll(asked.answers());
    }
    for (Arrived arrived : received()) {
      if (!(arrived.event().what() instanceof Inbound.Said)) continue;
      assertThat(answers).as(this::report).containsOnlyOnce(arrived.event().id());
    }
  }

  private void I3_I11_effects_happened_as_the_log_says() {
    var keys = new HashMap<CallId, String>();
    var outcomes = new HashMap<CallId, Outcome>();
    for (Entry entry : log) {
      if (entry instanceof Entry.Intended act) keys.put(act.call(), act.key().value());
      if (entry instanceof Entry.Returned(var call, _, var outcome)) outcomes.put(call, outcome);
    }
    keys.forEach(
        (call, key) -> {
          long told = outcomes.get(call) instanceof Outcome.Done ? 1 : 0;
          assertThat(counted.actsWithKey(key)).as(this::report).isEqualTo(told);
        });
    for (int number = 1; number <= customer.wishes().size(); number++) {
      Wish wish = customer.wishes().get(number - 1);
      // A person may have found that it did not happen; of all others the customer was told "done".
      boolean mayHaveNot = wish == Wish.HUMAN || customer.wasNeverAsked(number);
      long atLeast = Wish.ACTS.contains(wish) && !mayHaveNot ? 1 : 0;
      assertThat(counted.actsOnSlot(customer.slot(number))).as(this::report).isBetween(atLeast, 1L);
    }
  }

  private void I7_nothing_is_open_and_nothing_was_given_up() {
    assertThat(head.hasOpenEvents()).as(this::report).isFalse();
    assertThat(log).as(this::report).noneMatch(Entry.DeadLettered.class::isInstance);
    assertThat(log).as(this::report).noneMatch(Entry.ModelFailed.class::isInstance);
    assertThat(log)
        .as(this::report)
        .noneMatch(e -> e instanceof Entry.Replied(_, var voice, _) && voice != Voice.AGENT);
  }

  private void messages_arrive_in_order_and_once_but_where_nobody_can_tell() {
    List<String> shown = shown();
    if (!customer.conversation().startsWith(Pushing.NONE + ":")) {
      assertThat(shown).as(this::report).containsExactlyElementsOf(said(false));
      return;
    }
    // Of what was given up after two doubts nobody knows whether it arrived.
    List<String> atMost = said(true);
    atMost.removeIf(text -> !said(false).contains(text) && !shown.contains(text));
    assertThat(withoutRepeats(shown)).as(this::report).isEqualTo(withoutRepeats(atMost));
    assertThat(repeats()).as(this::report).isBetween(0, atMost.size());
  }

  private List<String> shown() {
    return counted.messages(customer.conversation()).stream().map(Shown::text).toList();
  }

  private static List<String> withoutRepeats(List<String> texts) {
    var once = new ArrayList<String>();
    for (String text : texts) {
      if (once.isEmpty() || !once.getLast().equals(text)) once.add(text);
    }
    return once;
  }

  /// What the log says was said, with or without what it records as not delivered.
  private List<String> said(boolean withUndelivered) {
    var undelivered = new HashSet<Long>();
    for (Arrived arrived : received()) {
      if (arrived.event().what() instanceof Inbound.Undelivered(var entry, _)) {
        undelivered.add(entry);
      }
    }
    var said = new ArrayList<String>();
    for (int i = 0; i < log.size(); i++) {
      if (!withUndelivered && undelivered.contains(i + 1L)) continue;
      if (log.get(i) instanceof Entry.Replied replied) said.add(replied.text());
      if (log.get(i) instanceof Entry.Asked asked) said.add(asked.text());
    }
    return said;
  }

  private List<Arrived> received() {
    return log.stream()
        .flatMap(entry -> entry instanceof Entry.Received r ? r.events().stream() : null)
        .toList();
  }

  String report() {
    var report = new StringBuilder(customer.conversation()).append(" wished ");
    report.append(customer.wishes()).append('\n');
    log.forEach(entry -> report.append("  ").append(entry).append('\n'));
    report.append("accepted ").append(customer.accepted()).append('\n');
    return report + "shown " + counted.messages(customer.conversation());
  }
}
