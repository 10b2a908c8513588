package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import frontdesk.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody or something damaged: the journal holds what it held, or refuses to open,
/// in one line that names the file and what to do; and what is there is left as it is.
class DamagedFileTest {
  private static final int PAGE = 4096;

  @TempDir(factory = MemoryDisk.class)
  Path directory;

  private Path file = Path.of("");
  private byte[] sound = {};
  private String content = "";

  /// A journal that was closed in good order: all of it is in the one file.
  @BeforeEach
  void write() {
    try (SqliteJournal journal = Wreck.open(directory)) {
      for (int i = 0; i < 40; i++) journal.accept(List.of(said(ONE, "e" + i, "hello ".repeat(99))));
      journal.append(journal.load(ONE).plus(replied("hi")), consumed(20));
      content = Wreck.content(journal);
    }
    file = directory.resolve(Wreck.MAIN);
    sound = Wreck.bytes(file);
  }

  @Test
  void D02_a_file_that_is_no_database_is_refused_by_name_and_left_as_it_is() throws Exception {
    byte[] noise = new byte[3 * PAGE];
    new Random(1).nextBytes(noise);
    byte[] named = Arrays.copyOf("SQLite format 3\0".getBytes(UTF_8), 3 * PAGE);
    byte[] text = "not a database".repeat(500).getBytes(UTF_8);
    for (byte[] other : List.of(noise, named, text, new byte[2 * PAGE], new byte[] {'x'})) {
      Files.write(file, other);
      assertThat(seen()).isEqualTo(Seen.REFUSED);
      assertThat(Wreck.bytes(file)).isEqualTo(other);
    }
  }

  @Test
  void D02_the_database_of_another_program_is_refused_and_left_as_it_is() throws Exception {
    for (int version : List.of(0, 1)) {
      Files.delete(file);
      execute("CREATE TABLE theirs (a)", "PRAGMA user_version = " + version);
      byte[] theirs = Wreck.bytes(file);
      assertThat(seen()).isEqualTo(Seen.REFUSED);
      if (version == 0) assertThat(Wreck.bytes(file)).isEqualTo(theirs);
    }
  }

  @Test
  void D02_a_damaged_byte_in_the_head_of_the_file_is_refused_or_harmless() throws Exception {
    var seen = new EnumMap<Seen, Integer>(Seen.class);
    for (int at = 0; at < 100; at++) {
      for (int bit = 0; bit <= Byte.SIZE; bit++) {
        byte[] damaged = sound.clone();
        damaged[at] ^= (byte) (bit == Byte.SIZE ? 0xff : 1 << bit);
        Files.write(file, damaged);
        Seen now = seen();
        seen.merge(now, 1, Integer::sum);
        if (now == Seen.REFUSED) {
          assertThat(Arrays.equals(Wreck.bytes(file), damaged)).as("byte %d", at).isTrue();
        }
      }
    }
    System.out.println("D02: 900 damaged heads: " + seen);
    assertThat(seen).containsKeys(Seen.REFUSED, Seen.SOUND);
  }

  @Test
  void D02_a_file_that_lost_its_end_is_refused() throws Exception {
    for (int end = 1; end <= sound.length - PAGE; end += 500) {
      byte[] cut = Arrays.copyOf(sound, end);
      Files.write(file, cut);
      assertThat(seen()).as("%d of %d bytes", end, sound.length).isEqualTo(Seen.REFUSED);
      assertThat(Wreck.bytes(file)).isEqualTo(cut);
    }
  }

  @Test
  void D02_a_lost_page_is_never_read_as_something_else() throws Exception {
    var seen = new EnumMap<Seen, Integer>(Seen.class);
    for (int page = 0; page < sound.length / PAGE; page++) {
      byte[] damaged = sound.clone();
      Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0);
      Files.write(file, damaged);
      seen.merge(seen(), 1, Integer::sum);
    }
    System.out.println("D02: lost pages, one at a time: " + seen);
    assertThat(seen).containsKeys(Seen.REFUSED, Seen.SAID_WHEN_READ);
  }

  @Test
  void D02_a_log_whose_file_is_gone_or_empty_is_not_thrown_away() throws Exception {
    Wreck wreck = Wreck.all(directory).getFirst();
    Path found = directory.resolve("found");
    Path main = found.resolve(Wreck.MAIN);
    for (boolean gone : new boolean[] {true, false}) {
      wreck.layOut(found, wreck.cutAt(wreck.to()));
      if (gone) Files.delete(main);
      else Files.write(main, new byte[0]);
      assertThat(catchThrowable(() -> Wreck.open(found)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(main.toString())
          .hasMessageContaining("restore it from a backup, or choose another --data");
      assertThat(Wreck.bytes(found.resolve(Wreck.LOG))).isEqualTo(wreck.cutAt(wreck.to()));
    }
  }

  @Test
  void D02_an_index_of_the_log_that_is_missing_or_garbage_is_made_anew() throws Exception {
    Path found = directory.resolve("found");
    byte[] noise = new byte[32 * 1024];
    new Random(1).nextBytes(noise);
    for (Wreck wreck : Wreck.all(directory)) {
      for (byte[] index : List.of(noise, new byte[0], new byte[32 * 1024])) {
        wreck.layOut(found, wreck.cutAt(wreck.to()));
        Files.write(found.resolve(Wreck.MAIN + "-shm"), index);
        try (SqliteJournal journal = Wreck.open(found)) {
          assertThat(Wreck.content(journal)).isEqualTo(wreck.whole());
        }
      }
    }
  }

  private enum Seen {
    REFUSED,
    SAID_WHEN_READ,
    SOUND
  }

  /// What becomes of it: if it opens and reads, it holds what it held.
  private Seen seen() throws IOException {
    for (String beside : List.of("-wal", "-shm")) {
      Files.deleteIfExists(directory.resolve(Wreck.MAIN + beside));
    }
    try (SqliteJournal journal = Wreck.open(directory)) {
      return read(journal);
    } catch (StoreException e) {
      String line = String.valueOf(e.getMessage());
      assertThat(line).hasLineCount(1).contains(file.toString(), "--data");
      if (!line.contains("newer Frontdesk")) {
        assertThat(line).contains("damaged", "restore it from a backup");
      }
      return Seen.REFUSED;
    }
  }

  private Seen read(SqliteJournal journal) {
    try {
      assertThat(Wreck.content(journal).equals(content)).isTrue();
      return Seen.SOUND;
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("malformed");
      return Seen.SAID_WHEN_READ;
    }
  }

  private void execute(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }
}
