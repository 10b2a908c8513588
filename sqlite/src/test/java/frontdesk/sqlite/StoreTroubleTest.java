package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A store that cannot write says so, breaks nothing, and goes on when it can.
class StoreTroubleTest extends JournalInDirectory {

  @Test
  void D03_a_store_is_ready_when_a_write_of_it_reaches_the_disk() throws IOException {
    Path log = directory.resolve("frontdesk.db-wal");
    long before = Files.size(log);
    assertThat(journal.problem()).isEmpty();
    assertThat(Files.size(log)).isGreaterThan(before);
    maintain("PRAGMA query_only = 1");
    assertThat(journal.problem()).isPresent();
    maintain("PRAGMA query_only = 0");
    assertThat(journal.problem()).isEmpty();
    maintain("ALTER TABLE conversation RENAME TO gone");
    assertThat(journal.problem()).as("its tables are not there").isPresent();
    maintain("ALTER TABLE gone RENAME TO conversation");
  }

  @Test
  void D03_a_full_disk_is_an_error_that_breaks_nothing_and_passes() {
    accept(said(ONE, "1", "hello"));
    long pages = journal.maintain(sql -> sql.number("PRAGMA page_count"));
    journal.maintain(sql -> sql.number("PRAGMA max_page_count = " + (pages + 4)));
    int durable = 0;
    for (int i = 0; i < 50; i++) {
      if (accepts("e" + i)) durable++;
    }
    assertThat(durable).isLessThan(50);
    assertThat(journal.load(ONE).open()).hasSize(1 + durable);

    journal.maintain(sql -> sql.number("PRAGMA max_page_count = 1000000"));
    assertThat(accept(said(ONE, "space again", "x"))).containsExactly(new Accepted(2L + durable));
    List<String> check =
        journal.maintain(sql -> sql.list("PRAGMA integrity_check", row -> row.getString(1)));
    assertThat(check).containsExactly("ok");
    int before = durable;
    reopen();
    assertThat(journal.load(ONE).open()).hasSize(2 + before);
  }

  @Test
  void W19_a_closed_journal_says_so() {
    journal.close();
    journal.close();
    assertThatThrownBy(() -> accept(said(ONE, "1", "x")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  private void maintain(String statement) {
    journal.maintain(
        sql -> {
          sql.script(statement);
          return true;
        });
  }

  private boolean accepts(String event) {
    try {
      accept(said(ONE, event, "x".repeat(3000)));
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("full").hasMessageNotContaining("xxx");
      return false;
    }
  }
}
