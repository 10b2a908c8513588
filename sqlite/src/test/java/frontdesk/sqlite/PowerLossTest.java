package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.said;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.store.Acceptance.Accepted;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power is cut while a commit is on its way to the disk. Whatever part of it arrived: all that
/// was acknowledged is there, and of that commit all or nothing.
class PowerLossTest {
  private static final boolean SOAK = Boolean.getBoolean("frontdesk.soak");
  private static final int SECTOR = 512;

  @TempDir(factory = MemoryDisk.class)
  Path directory;

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger whole = new AtomicInteger();
  private List<Wreck> wrecks = List.of();

  @BeforeEach
  void wreck() {
    wrecks = Wreck.all(directory);
  }

  @AfterEach
  void tell() {
    System.out.printf(
        "D02: %d power cuts in %d commits: opened every time, %d times with the commit on its way%n",
        opened.get(), wrecks.size(), whole.get());
  }

  @Test
  void D02_a_log_cut_at_any_byte_after_the_last_acknowledged_commit_holds_no_half_commit() {
    for (Wreck wreck : wrecks) {
      // The first byte by byte, the others in steps that meet every place of a frame; the soak
      // leaves out none.
      everyWayOf(wreck, SOAK || wreck.equals(wrecks.getFirst()) ? 1 : 5, wreck::cutAt);
    }
    assertThat(whole).hasValueGreaterThanOrEqualTo(wrecks.size());
  }

  @Test
  void D02_a_log_that_was_overwritten_up_to_any_byte_holds_no_half_commit() {
    for (Wreck wreck : wrecks.subList(2, 4)) everyWayOf(wreck, SOAK ? 1 : 17, wreck::writtenUpTo);
    assertThat(whole).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void D02_a_damaged_byte_in_a_commit_nobody_was_told_of_takes_all_of_it_away() {
    for (Wreck wreck : wrecks) everyWayOf(wreck, SOAK ? 1 : 29, at -> damagedAt(wreck, at));
    assertThat(whole).hasValue(wrecks.size()); // where the damage was put behind the end
  }

  @Test
  void D02_sectors_that_arrive_in_any_order_are_no_half_commit() {
    for (int seed = 0; seed < (SOAK ? 5_000 : 300); seed++) {
      Wreck wreck = wrecks.get(seed % wrecks.size());
      assertWholeOrNothing(wreck, someSectors(wreck, new Random(seed)));
    }
  }

  @Test
  void D02_after_a_power_cut_the_journal_goes_on_where_it_was() {
    Path found = directory.resolve("found");
    for (Wreck wreck : wrecks) {
      int step = (wreck.to() - wreck.from()) / 20;
      for (int end = wreck.from(); end <= wreck.to(); end += step) {
        wreck.layOut(found, wreck.cutAt(end));
        long open;
        try (SqliteJournal journal = Wreck.open(found)) {
          opened.incrementAndGet();
          open = journal.load(ONE).head().inboxSeq();
          assertThat(journal.accept(List.of(said(ONE, "next", "are you still there?"))))
              .containsExactly(new Accepted(open + 1));
        }
        try (SqliteJournal journal = Wreck.open(found)) {
          assertThat(journal.load(ONE).head().inboxSeq()).isEqualTo(open + 1);
          assertSound(journal);
        }
      }
    }
  }

  private void everyWayOf(Wreck wreck, int step, IntFunction<byte[]> log) {
    IntStream places =
        IntStream.concat(
            IntStream.iterate(wreck.from(), at -> at < wreck.to(), at -> at + step),
            IntStream.of(wreck.to()));
    places.parallel().forEach(at -> assertWholeOrNothing(wreck, log.apply(at)));
  }

  private void assertWholeOrNothing(Wreck wreck, byte[] log) {
    Path found = directory.resolve("found-" + Thread.currentThread().threadId());
    wreck.layOut(found, log);
    try (Sql sql = Schema.open(found.resolve(Wreck.MAIN))) {
      opened.incrementAndGet();
      String content = Wreck.content(sql);
      if (content.equals(wreck.whole())) whole.incrementAndGet();
      else assertThat(content).isEqualTo(wreck.acknowledged());
    } catch (SQLException | IOException e) {
      throw new AssertionError(wreck + " does not open", e);
    }
  }

  private static byte[] damagedAt(Wreck wreck, int at) {
    byte[] log = Arrays.copyOf(wreck.writtenUpTo(wreck.to()), wreck.to() + 1);
    log[at] ^= (byte) (1 << (at % Byte.SIZE));
    return log;
  }

  private static byte[] someSectors(Wreck wreck, Random random) {
    byte[] log = wreck.writtenUpTo(wreck.from());
    byte[] after = wreck.writtenUpTo(wreck.to());
    log = Arrays.copyOf(log, after.length);
    for (int at = wreck.from() / SECTOR * SECTOR; at < after.length; at += SECTOR) {
      if (random.nextInt(8) == 0) continue;
      System.arraycopy(after, at, log, at, Math.min(SECTOR, after.length - at));
    }
    return log;
  }

  private static void assertSound(SqliteJournal journal) {
    assertThat(
            journal.<List<String>>maintain(
                sql -> sql.list("PRAGMA integrity_check", row -> row.getString(1))))
        .containsExactly("ok");
  }
}
