package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.TWO;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.noted;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static frontdesk.store.JournalContract.timers;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.BodyCodec;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock jumps, while the journal runs and while it does not, or the next machine's
/// is another: what waits is never early, and stored time never goes back.
class ClockJumpsTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofHours(-1),
          Duration.ofDays(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(-5),
          Duration.ofDays(-1));

  @TempDir(factory = MemoryDisk.class)
  Path directory;

  private Instant wall = NOON;
  private long nanos;

  @Test
  void C01_a_clock_that_jumps_under_a_running_journal_makes_nothing_early() {
    try (SqliteJournal journal = open()) {
      Instant due = waitAndTimer(journal, Duration.ofMinutes(10));
      for (Duration jump : JUMPS) {
        wall = wall.plus(jump);
        assertThat(journal.waiting(10)).as("after %s", jump).isEmpty();
        assertThat(journal.load(ONE).at()).isEqualTo(NOON);
        assertThat(journal.purge()).isZero();
      }
      pass(Duration.ofMinutes(10).minusNanos(1_000));
      assertThat(journal.waiting(10)).isEmpty();
      pass(Duration.ofNanos(1_000));
      assertThat(journal.load(ONE).at()).isEqualTo(due);
      assertThat(journal.waiting(10)).containsExactlyInAnyOrder(ONE, TWO);
    }
  }

  @Test
  void C01_a_clock_that_went_back_over_a_restart_makes_nothing_early_and_no_time_go_back() {
    for (Duration back : List.of(Duration.ofHours(-1), Duration.ofMinutes(-5))) {
      Instant due;
      try (SqliteJournal journal = open()) {
        due = waitAndTimer(journal, Duration.ofMinutes(10));
      }
      wall = wall.plus(back);
      nanos = -12_345; // another process counts from elsewhere
      try (SqliteJournal journal = open()) {
        assertThat(journal.waiting(10)).isEmpty();
        assertThat(journal.load(ONE).at()).isEqualTo(due.minus(Duration.ofMinutes(10)));
        pass(Duration.ofMinutes(10).minusNanos(1_000));
        assertThat(journal.waiting(10)).isEmpty();
        pass(Duration.ofNanos(1_000));
        assertThat(journal.waiting(10)).containsExactlyInAnyOrder(ONE, TWO);
        for (var id : List.of(ONE, TWO)) {
          Log log = journal.load(id);
          journal.append(log.plus(replied("x")), consumed(log.head().inboxSeq()));
        }
      }
    }
  }

  @Test
  void C01_ids_are_known_for_as_long_as_promised_whatever_the_clock_does() {
    try (SqliteJournal journal = open()) {
      journal.accept(List.of(said(ONE, "answered", "x")));
      journal.append(journal.load(ONE).plus(replied("hi")), consumed(1));
    }
    for (Duration jump : JUMPS) {
      wall = wall.plus(jump);
      try (SqliteJournal journal = open()) {
        assertThat(journal.purge()).isZero();
        assertThat(journal.accept(List.of(said(ONE, "answered", "x"))))
            .containsExactly(new Again(1, true));
      }
    }
  }

  @Test
  void C01_over_many_restarts_with_jumping_clocks_stored_time_never_goes_back() {
    int restarts = Boolean.getBoolean("frontdesk.soak") ? 5_000 : 300;
    var random = new Random(1);
    Instant newest = Instant.EPOCH;
    Instant due = Instant.MAX;
    int fired = 0;
    for (int i = 0; i < restarts; i++) {
      wall = wall.plusSeconds(random.nextLong(-86_400, 86_400));
      nanos = random.nextLong();
      try (SqliteJournal journal = open()) {
        pass(Duration.ofMillis(random.nextInt(1_000)));
        boolean isDue = !journal.load(TWO).at().isBefore(due);
        assertThat(journal.waiting(10)).isEqualTo(isDue ? List.of(TWO) : List.of());
        Log log = journal.load(TWO);
        assertThat(log.at()).isAfterOrEqualTo(newest);
        newest = log.at();
        if (isDue) fired++;
        if (isDue || due.equals(Instant.MAX)) due = newest.plusMillis(random.nextInt(5_000));
        var timer = List.of(new Timer("remind", due));
        var consumed = OptionalLong.of(log.head().inboxSeq());
        var effects = new Effects(consumed, List.of(), timer, List.of(), Optional.empty());
        newest = journal.append(log.plus(noted("a", "" + i)), effects).at();
      }
    }
    try (SqliteJournal journal = open()) {
      List<Instant> times = journal.entries(TWO, 0, restarts).stream().map(Logged::at).toList();
      assertThat(times).hasSize(restarts).isSorted();
    }
    System.out.printf(
        "C01: %d restarts with clocks up to a day apart: %d timers fired, none early; no time back%n",
        restarts, fired);
  }

  /// The first waits and the second has a timer; until when.
  private static Instant waitAndTimer(SqliteJournal journal, Duration time) {
    journal.accept(List.of(said(ONE, "at " + journal.load(ONE).head().inboxSeq(), "x")));
    Log log = journal.load(ONE);
    Instant due = log.at().plus(time);
    journal.append(log, Effects.waitUntil(due));
    journal.append(journal.load(TWO), timers(new Timer("remind", due)));
    return due;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private SqliteJournal open() {
    return SqliteJournal.open(
        directory,
        new SqliteJournal.Setting(
            "test",
            () -> wall,
            () -> nanos,
            Thread.ofPlatform().daemon().factory(),
            BodyCodec.PLAIN,
            SqliteJournal.IDS_KEPT));
  }
}
