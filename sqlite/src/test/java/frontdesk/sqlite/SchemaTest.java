package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.TWO;
import static frontdesk.store.JournalContract.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.conversation.Log;
import frontdesk.conversation.Snapshot;
import frontdesk.store.StoreException;
import frontdesk.store.UnreadableEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tables, and files of other versions.
class SchemaTest extends JournalInDirectory {

  @Test
  void a_file_that_a_newer_version_wrote_is_refused() {
    journal.maintain(sql -> sql.run("PRAGMA user_version = 7"));
    journal.close();
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Frontdesk (schema 7, this one knows 2)")
        .hasMessageContaining("--data");
  }

  @Test
  void a_file_of_the_first_version_is_brought_up_to_date() {
    accept(said(ONE, "1", "x"));
    folded(journal.load(ONE), "violet");
    Log before = journal.load(ONE);
    journal.maintain(
        sql -> {
          sql.script(
              """
              ALTER TABLE conversation ADD COLUMN snapshot TEXT;
              UPDATE conversation SET snapshot = (SELECT body FROM snapshot WHERE number = conversation);
              DROP TABLE snapshot;
              PRAGMA user_version = 1;
              """);
          return true;
        });
    journal.close();
    open();
    assertThat(journal.load(ONE).timeline()).isEqualTo(before.timeline());
    assertThat(journal.load(ONE).snapshot())
        .isEqualTo(before.snapshot())
        .isNotEqualTo(Snapshot.NONE);
  }

  @Test
  void what_a_newer_version_appended_refuses_that_conversation_only() {
    accept(said(ONE, "1", "hello"), said(TWO, "2", "hello"));
    journal.maintain(
        sql -> sql.run("UPDATE inbox SET body = '{\"format\":2}' WHERE conversation = 1"));
    assertThatThrownBy(() -> journal.load(ONE))
        .isInstanceOf(UnreadableEntry.class)
        .hasMessageContaining("rest:shop:one")
        .hasMessageContaining("Format 2");
    assertThat(journal.load(TWO).open()).hasSize(1);
  }

  @Test
  void who_waits_is_found_by_an_index() {
    List<String> plan =
        journal.maintain(
            sql ->
                sql.list(
                    "EXPLAIN QUERY PLAN SELECT id FROM conversation WHERE ready_at <= ? ORDER BY ready_at, number LIMIT ?",
                    row -> row.getString("detail"),
                    1,
                    1));
    assertThat(plan).singleElement().asString().contains("USING INDEX conversation_ready");
  }
}
