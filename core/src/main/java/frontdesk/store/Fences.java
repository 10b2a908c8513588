package frontdesk.store;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Acceptance.Full;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules that every store keeps, as pure functions of what is stored and what is asked: a store
/// runs them inside its transaction and writes what they return.
public final class Fences {
  /// Open events of customers that a conversation's inbox holds.
  public static final int OPEN_MAX = 200;

  /// Bytes of all entries of one `append`.
  public static final int APPEND_BYTES_MAX = 3 * 1024 * 1024;

  /// The answer of a full inbox. A turn takes seconds, and takes many events with it.
  public static final Full FULL = new Full(Duration.ofSeconds(2));

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Fences() {}

  /// What an append comes to.
  ///
  /// @param head to be stored
  /// @param entries to be stored, with their places and time
  /// @param answering place of the entry that answers the events which were consumed
  /// @param folded to be stored instead of the snapshot before
  /// @param rows to be stored in the outbox
  /// @param log to be returned to the worker
  public record Appended(
      Head head,
      List<Logged> entries,
      OptionalLong answering,
      Optional<Snapshot> folded,
      List<OutboxRow> rows,
      Log log) {}

  /// Refuses a batch of events that is too large for one transaction.
  public static void checkAccept(List<InboundEvent> events) {
    if (events.size() > Journal.ACCEPT_MAX) throw tooMany("events", Journal.ACCEPT_MAX);
  }

  /// The head after one more event; empty when its inbox is full.
  ///
  /// @param openFromCustomers how many open events count against the limit
  public static Optional<Head> accept(Head stored, Inbound what, long openFromCustomers) {
    if (what.fromCustomer() && openFromCustomers >= OPEN_MAX) return Optional.empty();
    return Optional.of(
        new Head(
            stored.id(),
            stored.version(),
            stored.inboxSeq() + 1,
            stored.consumedThrough(),
            stored.epoch() + (what.raisesEpoch() ? 1 : 0),
            what.owner().orElse(stored.owner()),
            what.endsWait() ? Optional.empty() : stored.wakeAt()));
  }

  /// The event that a due timer becomes. Its id names its place in the inbox, so no two are alike,
  /// and a timer that is set again fires again.
  public static InboundEvent fired(Head stored, String timer) {
    return InboundEvent.untimed(
        new EventId("timer:" + stored.id() + ":" + (stored.inboxSeq() + 1)),
        stored.id(),
        new Principal.Server(),
        new Inbound.TimerFired(timer));
  }

  /// Whether an append has nothing to write, and so needs no commit.
  public static boolean isNothing(Log log, Effects effects) {
    return log.unsaved().isEmpty() && effects.equals(Effects.NONE);
  }

  /// Appends the log's unsaved entries at this time of the store.
  ///
  /// @throws Fenced the stored head is not the one the log continues
  public static Appended append(Head stored, Log log, Effects effects, Instant now) {
    if (log.unsaved().size() > Journal.APPEND_MAX) throw tooMany("entries", Journal.APPEND_MAX);
    check(stored, log, effects);
    Head head = appended(stored, log, effects);
    List<Logged> entries = stamped(log, now);
    Log saved = continued(log, head, entries, now);
    Optional<Snapshot> folded = fold(saved);
    return new Appended(
        head,
        entries,
        answering(entries, effects),
        folded,
        rows(entries, log, effects, now),
        folded.map(snapshot -> onto(snapshot, saved)).orElse(saved));
  }

  /// The head of an erased conversation. It counts on from where it was: a worker that loaded
  /// before stays fenced, and no place of the inbox is given twice.
  public static Head erase(Head stored) {
    return new Head(
        stored.id(),
        stored.version() + 1,
        stored.inboxSeq(),
        stored.inboxSeq(),
        stored.epoch() + 1,
        Owner.AGENT,
        Optional.empty());
  }

  /// Refuses bodies of an append that the weakest store would not take.
  public static void checkSizes(List<String> bodies) {
    long sum = 0;
    for (String body : bodies) {
      long bytes = utf8Length(body);
      if (bytes > Journal.ENTRY_BYTES_MAX) {
        throw new IllegalArgumentException(
            "An entry or event has at most " + Journal.ENTRY_BYTES_MAX + " bytes");
      }
      sum += bytes;
    }
    if (sum > APPEND_BYTES_MAX) {
      throw new IllegalArgumentException("An append has at most " + APPEND_BYTES_MAX + " bytes");
    }
  }

  /// A moment as stores keep it: whole microseconds, at most the year 9999.
  public static Instant kept(Instant moment) {
    return moment.isAfter(LATEST) ? LATEST : moment.truncatedTo(ChronoUnit.MICROS);
  }

  private static void check(Head stored, Log log, Effects effects) {
    if (stored.version() != log.head().version()) throw new Fenced(Fenced.Why.STALE);
    boolean shows =
        !effects.outbox().isEmpty() || log.unsaved().stream().anyMatch(Entry::needsEpoch);
    if (shows && stored.epoch() > log.head().epoch()) throw new Fenced(Fenced.Why.SUPERSEDED);
  }

  /// Messages belong to the entry that ends the turn.
  private static List<OutboxRow> rows(List<Logged> entries, Log log, Effects effects, Instant now) {
    var rows = new ArrayList<OutboxRow>();
    for (Effects.Outbound outbound : effects.outbox()) {
      Logged entry = entries.getLast();
      rows.add(
          OutboxRow.of(
              log.head().id(), entry.seq(), rows.size(), outbound, epoch(entry, log), now));
    }
    return List.copyOf(rows);
  }

  /// What a person says takes effect as it is: neither what they say next nor a hand-back withdraws
  /// it.
  private static long epoch(Logged entry, Log log) {
    boolean ofPerson = entry.entry() instanceof Replied replied && replied.voice() == Voice.PERSON;
    return ofPerson ? OutboxRow.NEVER_WITHDRAWN : log.head().epoch();
  }

  private static Head appended(Head stored, Log log, Effects effects) {
    long consumed = effects.consumedThrough().orElse(0);
    if (consumed > stored.inboxSeq()) {
      throw new IllegalArgumentException("Events that never arrived cannot be consumed");
    }
    return new Head(
        stored.id(),
        stored.version() + 1,
        stored.inboxSeq(),
        Math.max(stored.consumedThrough(), consumed),
        stored.epoch(),
        stored.owner(),
        hasSeenAll(stored, log) ? effects.wakeAt().map(Fences::kept) : Optional.empty());
  }

  // A wait does not begin while there are events that the worker has not seen: one of them may be
  // what would have ended it. The next turn sees them, and waits if it still must.
  private static boolean hasSeenAll(Head stored, Log log) {
    long seen = log.open().isEmpty() ? log.head().consumedThrough() : log.open().getLast().seq();
    return seen >= stored.inboxSeq();
  }

  private static List<Logged> stamped(Log log, Instant now) {
    var stamped = new ArrayList<Logged>(log.unsaved().size());
    long seq = log.lastSeq() - log.unsaved().size();
    for (Entry entry : log.unsaved()) stamped.add(new Logged(++seq, now, entry));
    return List.copyOf(stamped);
  }

  private static Log continued(Log log, Head head, List<Logged> added, Instant now) {
    var entries = new ArrayList<Logged>(log.entries());
    entries.addAll(added);
    List<Arrived> open =
        log.open().stream().filter(arrived -> arrived.seq() > head.consumedThrough()).toList();
    Head seen =
        new Head(
            head.id(),
            head.version(),
            head.inboxSeq(),
            head.consumedThrough(),
            log.head().epoch(),
            log.head().owner(),
            head.wakeAt());
    return new Log(seen, log.snapshot(), entries, List.of(), open, now);
  }

  private static OptionalLong answering(List<Logged> entries, Effects effects) {
    if (effects.consumedThrough().isEmpty()) return OptionalLong.empty();
    return entries.stream().filter(e -> e.entry().closesTurn()).mapToLong(Logged::seq).max();
  }

  private static Optional<Snapshot> fold(Log saved) {
    boolean due =
        saved.entries().size() >= Snapshot.FOLD_AFTER
            && saved.entries().getLast().entry().closesTurn();
    return due ? Optional.of(saved.snapshot().fold(saved.timeline())) : Optional.empty();
  }

  private static Log onto(Snapshot snapshot, Log saved) {
    return new Log(saved.head(), snapshot, List.of(), List.of(), saved.open(), saved.at());
  }

  private static long utf8Length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of four bytes, and one that stands alone becomes an escape anyway.
      if (c >= 0x80) bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return bytes;
  }

  private static IllegalArgumentException tooMany(String what, int max) {
    return new IllegalArgumentException("At most " + max + " " + what + " at once");
  }
}
