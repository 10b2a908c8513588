package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.said;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Who has the directory, and which cannot be had.
class DataDirectoryTest extends JournalInDirectory {

  @Test
  void a_directory_that_is_held_names_its_holder() {
    assertThatThrownBy(() -> SqliteJournal.open(directory, setting()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "FRONTDESK data directory %s is held by process %d (serve, since 2026-01-02T03:04:05Z): stop it, or choose another --data"
                .formatted(directory, ProcessHandle.current().pid()));
    accept(said(ONE, "1", "still works"));
  }

  @Test
  void a_directory_that_cannot_be_used_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThatThrownBy(() -> SqliteJournal.open(file, setting()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("--data");
    Files.createDirectory(directory.resolve("other"));
    Files.writeString(
        directory.resolve("other/frontdesk.db"), "this is no database at all".repeat(99));
    assertThatThrownBy(() -> SqliteJournal.open(directory.resolve("other"), setting()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("--data");
  }
}
