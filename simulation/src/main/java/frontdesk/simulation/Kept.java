package frontdesk.simulation;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import frontdesk.store.Fences;
import frontdesk.store.OutboxRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that is kept of one conversation. Immutable; each commit makes another.
///
/// @param older the entries before the snapshot, in the pieces that were folded
/// @param recent the entries since the snapshot
/// @param rows messages in the outbox, in the order in which they leave
/// @param waitingSince number of the commit since which its oldest open event waits
/// @param appendedBy number of the commit that appended last
/// @param exists false for what was erased, until something happens again
record Kept(
    Head head,
    Snapshot snapshot,
    List<List<Logged>> older,
    List<Logged> recent,
    List<Arrived> open,
    List<Answer> answers,
    List<Timer> timers,
    List<OutboxRow> rows,
    long waitingSince,
    long appendedBy,
    boolean exists) {

  /// The entry at place `entry` answered the events after one place of the inbox, through another.
  record Answer(long after, long through, long entry) {}

  static Kept fresh(ConversationId id) {
    return blank(Head.fresh(id));
  }

  Kept erased() {
    return blank(Fences.erase(head));
  }

  /// With one more event, which makes the head this one.
  Kept accepted(Head next, Instant at, InboundEvent event, long commit) {
    long since = open.isEmpty() ? commit : waitingSince;
    var nowOpen = plus(open, List.of(new Arrived(next.inboxSeq(), at, event)));
    return new Kept(
        next, snapshot, older, recent, nowOpen, answers, timers, rows, since, appendedBy, true);
  }

  Kept appended(Fences.Appended done, Effects effects, long commit) {
    var entries = plus(recent, done.entries());
    boolean folds = done.folded().isPresent();
    return new Kept(
        done.head(),
        done.folded().orElse(snapshot),
        folds ? plus(older, List.of(entries)) : older,
        folds ? List.of() : entries,
        open.stream().filter(a -> a.seq() > done.head().consumedThrough()).toList(),
        answered(done),
        timersAfter(effects.timers()),
        plus(rows, done.rows()),
        commit,
        commit,
        true);
  }

  Kept withoutTimer(Timer fired) {
    var left = timers.stream().filter(timer -> !timer.equals(fired)).toList();
    return new Kept(
        head, snapshot, older, recent, open, answers, left, rows, waitingSince, appendedBy, exists);
  }

  /// With a message of the outbox as it stands now.
  Kept with(OutboxRow changed) {
    var now = rows.stream().map(l -> l.key().equals(changed.key()) ? changed : l).toList();
    return new Kept(
        head,
        snapshot,
        older,
        recent,
        open,
        answers,
        timers,
        now,
        waitingSince,
        appendedBy,
        exists);
  }

  /// The oldest message that is not finished: the next one to leave.
  Optional<OutboxRow> nextRow() {
    return rows.stream().filter(row -> !row.finished()).findFirst();
  }

  /// Breaks ties, so that lists have one order.
  String name() {
    return head.id().value();
  }

  Log log(Bodies bodies, Instant now) {
    return new Log(head, bodies.asRead(snapshot), recent, List.of(), open, now);
  }

  Stream<Logged> entries() {
    return Stream.concat(older.stream().flatMap(List::stream), recent.stream());
  }

  Optional<Logged> answer(long inboxSeq) {
    return answers.stream()
        .filter(answer -> answer.after() < inboxSeq && inboxSeq <= answer.through())
        .findFirst()
        .flatMap(answer -> entries().filter(e -> e.seq() == answer.entry()).findFirst());
  }

  boolean waits(Instant now) {
    return !open.isEmpty() && head.wakeAt().filter(now::isBefore).isEmpty();
  }

  long openFromCustomers() {
    return open.stream().filter(arrived -> arrived.event().what().fromCustomer()).count();
  }

  private static Kept blank(Head head) {
    return new Kept(
        head,
        Snapshot.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        0,
        false);
  }

  private List<Answer> answered(Fences.Appended done) {
    if (done.answering().isEmpty()) return answers;
    long through = done.head().consumedThrough();
    var answer = new Answer(head.consumedThrough(), through, done.answering().getAsLong());
    return plus(answers, List.of(answer));
  }

  private List<Timer> timersAfter(List<Timer> set) {
    if (set.isEmpty()) return timers;
    var names = set.stream().map(Timer::name).toList();
    var others = timers.stream().filter(timer -> !names.contains(timer.name())).toList();
    return plus(others, set);
  }

  private static <T> List<T> plus(List<T> list, List<T> more) {
    var all = new ArrayList<T>(list.size() + more.size());
    all.addAll(list);
    all.addAll(more);
    return List.copyOf(all);
  }
}
