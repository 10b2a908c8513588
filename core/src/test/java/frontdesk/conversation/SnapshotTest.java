package frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.DeadLettered;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.PersonWanted;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Shortened;
import frontdesk.conversation.Entry.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What of a log is kept when it is folded. Each story here ends with two newer answers, so that
/// nothing is kept only because it came last.
class SnapshotTest {
  private static final ConversationId ONE = new ConversationId("rest:shop:one");
  private static final Principal WHO = new Principal.Visitor("one");
  private static final Principal OPERATOR = new Principal.Operator("desk");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Call LOOK = new Call(new CallId("1.0"), "look", "{}");
  private static final Call ACT = new Call(new CallId("1.1"), "pay", "{}");
  private static final ModelSaid BOTH =
      new ModelSaid("", List.of(LOOK, ACT), Ending.COMPLETE, Made.UNKNOWN);
  private static final Entry SEEN = new Returned(LOOK.id(), 0, new Outcome.Done(Json.EMPTY));
  private static final Entry INTENDED =
      new Intended(
          ACT.id(),
          "pay",
          Json.EMPTY,
          Json.NULL,
          IdempotencyKey.of(ONE, ACT.id()),
          WHO,
          1,
          0,
          LIMIT,
          LIMIT);
  private static final Entry UNKNOWN = new Returned(ACT.id(), 1, new Outcome.Unknown("lost"));
  private static final Entry DONE = new Returned(ACT.id(), 1, new Outcome.Done(Json.EMPTY));
  private static final Entry ESCALATED = new Escalated(ACT.id(), "no answer");
  private static final Entry PREVIEWED =
      new Previewed(
          ACT.id(), "pay", Json.EMPTY, "Pay", Json.EMPTY, "hash", WHO, 0, NOW.plusSeconds(900));
  private static final Entry WANTED = new PersonWanted("the model came to no end");

  private static final Usage USED = new Usage(900, 0, 40, 0);

  private int events;

  @Test
  void an_act_in_doubt_is_kept_with_all_that_settling_it_needs() {
    assertThat(folded(said("Pay"), BOTH, SEEN, INTENDED, UNKNOWN, ESCALATED, replied()))
        .contains(BOTH, INTENDED, UNKNOWN, ESCALATED);
  }

  @Test
  void a_reply_that_is_kept_is_kept_with_the_outcomes_of_all_its_calls() {
    assertThat(folded(said("Pay"), BOTH, SEEN, INTENDED, UNKNOWN, replied())).contains(SEEN);
  }

  @Test
  void an_act_that_is_over_is_not_kept_unless_it_is_what_the_agent_may_claim() {
    Entry refused = new Returned(ACT.id(), 1, new Outcome.Refused("no money"));
    assertThat(folded(said("Pay"), BOTH, SEEN, INTENDED, refused, replied()))
        .doesNotContain(BOTH, SEEN, INTENDED, refused);
    assertThat(folded(said("Pay"), BOTH, SEEN, INTENDED, DONE, replied()))
        .contains(BOTH, SEEN, INTENDED, DONE);
  }

  @Test
  void a_preview_that_waits_is_kept_and_one_that_is_over_is_not() {
    var asked = new Asked("Pay?", List.of(), Optional.of(ACT.id()), List.of());
    assertThat(folded(said("Pay"), BOTH, SEEN, PREVIEWED, asked)).contains(BOTH, PREVIEWED);
    Entry refused = new Returned(ACT.id(), 0, new Outcome.Refused("the customer said no"));
    assertThat(folded(said("Pay"), BOTH, SEEN, PREVIEWED, asked, said("no"), refused, replied()))
        .doesNotContain(BOTH, PREVIEWED);
  }

  @Test
  void what_a_model_is_still_shown_is_kept_with_all_its_calls() {
    Entry refused = new Returned(ACT.id(), 1, new Outcome.Refused("no money"));
    List<Entry> entries = List.of(said("Pay"), BOTH, SEEN, INTENDED, refused, replied());
    var timeline = new ArrayList<Logged>();
    for (Entry entry : entries) timeline.add(new Logged(timeline.size() + 1, NOW, entry));
    timeline.add(new Logged(timeline.size() + 1, NOW, said("And?")));
    timeline.add(new Logged(timeline.size() + 1, NOW, replied()));
    assertThat(Snapshot.NONE.fold(timeline).kept())
        .extracting(Logged::entry)
        .contains(entries.getFirst(), BOTH, SEEN, refused);
  }

  @Test
  void a_summary_is_kept_and_what_it_stands_for_is_not() {
    Entry first = said("Pay");
    Entry summed = received(new Principal.Server(), new Inbound.Summarised(2, "Paid.", USED));
    var timeline = new ArrayList<Logged>();
    for (Entry entry : List.of(first, replied(), summed, new Closed(""), said("A"), replied())) {
      timeline.add(new Logged(timeline.size() + 1, NOW, entry));
    }
    Snapshot folded = Snapshot.NONE.fold(timeline);
    assertThat(folded.kept()).extracting(Logged::entry).contains(summed).doesNotContain(first);
    assertThat(folded.spent().all()).isEqualTo(USED);
    assertThat(folded.fold(folded.kept()).spent()).as("counted once").isEqualTo(folded.spent());
  }

  @Test
  void that_a_person_is_wanted_is_kept_until_one_was_there() {
    assertThat(folded(said("Hi"), WANTED, replied())).contains(WANTED);
    Entry taken = received(OPERATOR, new Inbound.TakenOver());
    assertThat(folded(said("Hi"), WANTED, replied(), taken, new Closed(""))).doesNotContain(WANTED);
  }

  @Test
  void what_failed_is_kept_with_its_events_however_much_was_said_since() {
    Received boom = said("Boom");
    Entry dead = new DeadLettered(List.of(boom.events().getFirst().event().id()), "a bug");
    var entries = new ArrayList<>(List.of(boom, dead, replied()));
    for (int i = 0; i < 40; i++) entries.addAll(List.of(said("And?"), replied()));
    assertThat(folded(entries.toArray(Entry[]::new))).contains(boom, dead);
  }

  @Test
  void that_a_person_has_been_there_is_kept_as_long_as_what_failed() {
    Entry tended = received(OPERATOR, new Inbound.HandedBack());
    Received boom = said("Boom");
    Entry dead = new DeadLettered(List.of(boom.events().getFirst().event().id()), "a bug");
    var entries = new ArrayList<Entry>(List.of(boom, dead, tended, replied()));
    for (int i = 0; i < 70; i++) entries.addAll(List.of(said("" + i), replied()));
    assertThat(folded(entries.toArray(Entry[]::new))).containsSubsequence(dead, tended);
  }

  @Test
  void what_nobody_answered_is_kept_within_bounds() {
    var timeline = new ArrayList<>(timeline(said("Pay"), replied()));
    for (int i = 0; i < 1_000; i++) {
      timeline.add(new Logged(timeline.size() + 1, NOW, said("" + i)));
      timeline.add(new Logged(timeline.size() + 1, NOW, new Closed("a person answers")));
    }
    assertThat(Snapshot.NONE.fold(timeline).kept()).hasSizeLessThan(600);
  }

  @Test
  void what_a_fold_cuts_off_is_hidden_from_then_on_and_not_forgotten_in_silence() {
    var timeline = new ArrayList<Logged>();
    for (int i = 0; i < 300; i++) {
      timeline.add(new Logged(timeline.size() + 1, NOW, said("" + i)));
      timeline.add(new Logged(timeline.size() + 1, NOW, replied()));
    }
    Snapshot folded = Snapshot.NONE.fold(timeline);
    assertThat(Snapshot.hidden(folded.kept())).isEqualTo(200);
    assertThat(folded.kept()).isSortedAccordingTo(Comparator.comparingLong(Logged::seq));
    assertThat(Snapshot.NONE.fold(folded.kept()).kept()).isEqualTo(folded.kept());

    var later = new ArrayList<>(folded.kept());
    for (int i = 0; i < 60; i++) {
      later.add(new Logged(600 + 2 * i + 1, NOW, said("more")));
      later.add(new Logged(600 + 2 * i + 2, NOW, replied()));
    }
    List<Logged> again = folded.fold(later).kept();
    assertThat(Snapshot.hidden(again)).isEqualTo(320);
    assertThat(again).extracting(Logged::entry).containsOnlyOnce(new Shortened(320));
    assertThat(again).extracting(Logged::entry).doesNotContain(new Shortened(200));
  }

  @Test
  void a_turn_too_large_to_be_kept_leaves_its_answer_and_is_hidden() {
    Entry large = new Returned(LOOK.id(), 0, new Outcome.Done(large()));
    List<Logged> timeline = new ArrayList<>();
    for (Entry entry : List.of(said("Hi"), replied(), said("Look"), BOTH, large, replied())) {
      timeline.add(new Logged(timeline.size() + 1, NOW, entry));
    }
    List<Logged> kept = Snapshot.NONE.fold(timeline).kept();
    assertThat(kept).extracting(Logged::entry).doesNotContain(large).endsWith(replied());
    assertThat(Snapshot.hidden(kept)).isEqualTo(5);
  }

  @Test
  void attempts_at_turns_that_are_over_are_not_kept() {
    var interrupted = new Interrupted("killed");
    assertThat(folded(said("Hi"), interrupted, replied())).doesNotContain(interrupted);
  }

  @Test
  void folding_what_was_folded_changes_nothing() {
    List<Logged> timeline = timeline(said("Pay"), BOTH, SEEN, INTENDED, UNKNOWN, replied());
    Snapshot once = Snapshot.NONE.fold(timeline);
    assertThat(Snapshot.NONE.fold(once.kept()).kept()).isEqualTo(once.kept());
  }

  private List<Entry> folded(Entry... entries) {
    return Snapshot.NONE.fold(timeline(entries)).kept().stream().map(Logged::entry).toList();
  }

  /// These, and two turns later; a model is not shown these any more.
  private List<Logged> timeline(Entry... entries) {
    var all = new ArrayList<>(List.of(entries));
    all.addAll(List.of(said("And?"), new Shortened(entries.length), replied()));
    all.addAll(List.of(said("And?"), replied()));
    var timeline = new ArrayList<Logged>();
    for (Entry entry : all) timeline.add(new Logged(timeline.size() + 1, NOW, entry));
    return timeline;
  }

  private Received said(String text) {
    return received(WHO, new Inbound.Said(text));
  }

  private Received received(Principal sender, Inbound what) {
    var event = InboundEvent.untimed(new EventId("rest:shop:" + ++events), ONE, sender, what);
    return new Received(List.of(new Arrived(events, NOW, event)), "test", "1", 0, "en", "UTC");
  }

  private static Json large() {
    return new Json("\"" + "x".repeat(200_000) + "\"");
  }

  private static Replied replied() {
    return new Replied("Yes.", Voice.AGENT, List.of());
  }
}
