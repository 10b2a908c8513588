package frontdesk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.store.Fenced;
import frontdesk.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path directory;

  private final CountDownLatch free = new CountDownLatch(1);
  private Writer writer;

  @BeforeEach
  void open() throws SQLException, IOException {
    writer = new Writer(Schema.open(directory.resolve("x.db")), Thread.ofPlatform().factory());
    writer.maintain(sql -> sql.run("CREATE TABLE word (it TEXT UNIQUE)"));
  }

  @AfterEach
  void close() throws SQLException {
    free.countDown();
    writer.close();
  }

  @Test
  void what_fails_after_it_wrote_is_undone_and_what_shared_its_transaction_is_not()
      throws Exception {
    hold();
    var first = writer.later(sql -> add(sql, "first"));
    var broken =
        writer.later(
            sql -> {
              add(sql, "broken");
              throw new IllegalStateException("in the middle");
            });
    var last = writer.later(sql -> add(sql, "last"));
    free.countDown();
    assertThat(first.get()).isEqualTo("first");
    assertThat(last.get()).isEqualTo("last");
    assertThatThrownBy(broken::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("in the middle");
    assertThat(words()).containsExactly("first", "last");
  }

  @Test
  void what_the_database_refuses_is_undone_alone() throws Exception {
    writer.write(sql -> add(sql, "taken"));
    hold();
    var good = writer.later(sql -> add(sql, "good"));
    var refused =
        writer.later(
            sql -> {
              add(sql, "half");
              return add(sql, "taken");
            });
    free.countDown();
    assertThat(good.get()).isEqualTo("good");
    assertThatThrownBy(refused::get).hasCauseInstanceOf(StoreException.class);
    assertThat(words()).containsExactly("good", "taken");
  }

  @Test
  void what_is_fenced_before_it_wrote_costs_the_others_nothing() throws Exception {
    long before = writer.commits();
    hold();
    var fenced =
        writer.later(
            sql -> {
              words(sql);
              throw new Fenced(Fenced.Why.STALE);
            });
    var good = writer.later(sql -> add(sql, "good"));
    free.countDown();
    assertThat(good.get()).isEqualTo("good");
    assertThatThrownBy(fenced::get).hasCauseInstanceOf(Fenced.class);
    assertThat(writer.commits() - before).isEqualTo(1);
  }

  /// Holds the thread that writes up, so that what is queued meanwhile shares a transaction.
  private void hold() throws InterruptedException {
    var held = new CountDownLatch(1);
    Thread.startVirtualThread(
        () ->
            writer.maintain(
                _ -> {
                  held.countDown();
                  return await(free);
                }));
    held.await();
  }

  private List<String> words() {
    return writer.write(WriterTest::words);
  }

  private static List<String> words(Sql sql) throws SQLException {
    return sql.list("SELECT it FROM word ORDER BY it", row -> row.getString(1));
  }

  private static String add(Sql sql, String word) throws SQLException {
    sql.run("INSERT INTO word VALUES (?)", word);
    return word;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
