package frontdesk.sqlite;

import static frontdesk.store.JournalContract.atOnce;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.noted;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Snapshot;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.BodyCodec;
import frontdesk.store.Document;
import frontdesk.store.DurableJournalContract;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import frontdesk.store.JournalContract;
import frontdesk.store.Outbox;
import frontdesk.store.OutboxContract;
import frontdesk.store.Records;
import frontdesk.store.StoreException;
import frontdesk.store.UnreadableEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest implements DurableJournalContract, OutboxContract {
  private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.123456789Z");

  @TempDir Path directory;
  private final AtomicLong nanos = new AtomicLong();
  private SqliteJournal journal;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(directory, setting());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Records records() {
    return journal;
  }

  @Override
  public Outbox outbox() {
    return journal;
  }

  @Override
  public void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public void reopen() {
    journal.close();
    open();
  }

  @Test
  void D01_a_message_on_its_way_is_in_doubt_after_a_restart_and_no_earlier() {
    accept(said(ONE, "1", "hello"));
    var outbound = new Effects.Outbound("hi", Optional.empty(), LIMIT);
    journal.append(journal.load(ONE).plus(replied("hi")), consumed(1).with(List.of(outbound)));
    Sending before = journal.claim(10).getFirst();
    reopen();
    assertThat(journal.claim(10)).isEmpty();
    advance(LANDED);
    Sending after = journal.claim(10).getFirst();
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.text()).isEqualTo("hi");
    assertThat(after.doubts()).isEqualTo(1);
  }

  @Test
  void a_conversation_is_not_taken_out_while_a_message_of_it_is_on_its_way() {
    accept(said(ONE, "1", "hello"));
    var outbound = new Effects.Outbound("hi", Optional.empty(), LIMIT);
    journal.append(journal.load(ONE).plus(replied("hi")), consumed(1).with(List.of(outbound)));
    assertThat(journal.remove(journal.head(ONE).orElseThrow())).isFalse();
    journal.settle(journal.claim(10).getFirst(), new Delivery.Sent());
    assertThat(journal.remove(journal.head(ONE).orElseThrow())).isTrue();
  }

  @Test
  void a_message_costs_two_commits_a_claim_and_a_settle_and_a_look_at_nothing_none() {
    accept(said(ONE, "1", "hello"));
    var outbound = new Effects.Outbound("hi", Optional.empty(), LIMIT);
    journal.append(journal.load(ONE).plus(replied("hi")), consumed(1).with(List.of(outbound)));
    long commits = journal.commits();
    journal.settle(journal.claim(10).getFirst(), new Delivery.Sent());
    for (int i = 0; i < 9; i++) assertThat(journal.claim(10)).isEmpty();
    assertThat(journal.commits()).isEqualTo(commits + 2);
  }

  @Test
  void a_turn_without_calls_is_one_commit_for_each_write() {
    accept(said(ONE, "1", "hello"));
    Log log = journal.append(journal.load(ONE).plus(noted("a", "1")), Effects.NONE);
    log = journal.append(log.plus(replied("hi")), consumed(1));
    journal.append(log, Effects.NONE);
    assertThat(journal.waiting(10)).isEmpty();
    assertThat(journal.commits()).isEqualTo(3);
    assertThat(journal.writes()).isEqualTo(3);
  }

  @Test
  void one_write_that_fails_does_not_fail_those_that_share_its_commit() {
    Log log = journal.load(ONE);
    journal.append(log.plus(noted("a", "1")), Effects.NONE);
    var work = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 40; i++) {
      String event = "e" + i;
      work.add(() -> appends(log.plus(noted("late", "1"))));
      work.add(() -> accept(said(TWO, event, "x")).getFirst() instanceof Accepted);
    }
    List<Boolean> results = atOnce(work);
    assertThat(results.stream().filter(done -> done)).hasSize(40);
    assertThat(journal.load(TWO).open()).hasSize(40);
    assertThat(journal.entries(ONE, 0, 10)).hasSize(1);
    assertThat(journal.writes()).isEqualTo(41);
    assertThat(journal.commits()).isLessThanOrEqualTo(81);
  }

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

  @Test
  void W19_a_closed_journal_says_so() {
    journal.close();
    journal.close();
    assertThatThrownBy(() -> accept(said(ONE, "1", "x")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void P01_nothing_of_an_erased_conversation_is_left_in_any_file() throws IOException {
    String canary = "canary-7f3a";
    accept(
        said(ONE, "1", canary), said(ONE, "2", canary.repeat(2000)), said(TWO, "3", "kept-8b1c"));
    var document = new Document("ticket", "t1", ONE, new Json("\"" + canary + "\""));
    var timers = List.of(new Effects.Timer(canary, Instant.MAX));
    var effects =
        new Effects(OptionalLong.of(1), List.of(), timers, List.of(document), Optional.empty());
    folded(journal.append(journal.load(ONE).plus(replied(canary)), effects), canary);
    assertThat(everyByte()).contains(canary);
    journal.erase(ONE);
    assertThat(everyByte()).doesNotContain(canary).contains("kept-8b1c");
  }

  @Test
  void P03_ids_of_answered_events_are_forgotten_after_their_time() {
    accept(said(ONE, "answered", "x"), said(ONE, "open", "x"));
    journal.append(journal.load(ONE).plus(replied("hi")), consumed(1));
    advance(Duration.ofDays(30).minusMinutes(1));
    assertThat(journal.purge()).isZero();
    advance(Duration.ofDays(1));
    accept(said(ONE, "new", "x"));
    assertThat(journal.waiting(10)).containsExactly(ONE);
    assertThat(journal.purge()).isZero();
    assertThat(accept(said(ONE, "answered", "x"), said(ONE, "open", "x")))
        .containsExactly(new Accepted(4), new Acceptance.Again(2, true));
  }

  @Test
  void writes_of_all_conversations_share_commits() {
    int writes = 200;
    long before = journal.commits();
    JournalContract.atOnce(
        IntStream.range(0, writes)
            .<Callable<Object>>mapToObj(
                i -> () -> accept(said(new ConversationId("rest:shop:" + i), "e" + i, "hello")))
            .toList());
    assertThat(journal.commits() - before).isBetween(1L, writes / 2L);
  }

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

  private void maintain(String statement) {
    journal.maintain(
        sql -> {
          sql.script(statement);
          return true;
        });
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
  void every_body_passes_the_codec() throws IOException {
    journal.close();
    BodyCodec reversing =
        new BodyCodec() {
          @Override
          public String seal(ConversationId id, String plain) {
            return id + "|" + new StringBuilder(plain).reverse();
          }

          @Override
          public String open(ConversationId id, String sealed) {
            assertThat(sealed).startsWith(id + "|");
            return new StringBuilder(sealed.substring(id.value().length() + 1))
                .reverse()
                .toString();
          }
        };
    var plain = setting();
    journal =
        SqliteJournal.open(
            directory,
            new SqliteJournal.Setting(
                "serve",
                plain.wall(),
                plain.nanos(),
                plain.platform(),
                reversing,
                plain.idsKept()));
    accept(said(ONE, "1", "canary"), said(ONE, "2", "canary"));
    Log log = journal.append(journal.load(ONE).plus(replied("canary")), consumed(1));
    assertSameAsLoaded(log);
    assertThat(everyByte()).doesNotContain("canary").contains("yranac");
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

  @Test
  void D01_what_was_acknowledged_before_a_kill_is_there_after_it() throws Exception {
    journal.close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AppendsUntilKilled.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var acknowledged = new ArrayList<Long>();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String line = out.readLine();
      while (line != null) {
        acknowledged.add(Long.parseLong(line));
        if (acknowledged.size() == 300) process.toHandle().destroyForcibly();
        line = out.readLine();
      }
    }
    assertThat(process.waitFor()).isNotZero();
    open();
    Log log = journal.load(ONE);
    assertThat(log.lastSeq()).isBetween((long) acknowledged.size(), acknowledged.size() + 1L);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(300);
    assertThat(journal.entries(ONE, acknowledged.getLast() - 1, 1)).hasSize(1);
  }

  static SqliteJournal.Setting setting(AtomicLong nanos) {
    return new SqliteJournal.Setting(
        "serve",
        () -> WALL,
        nanos::get,
        Thread.ofPlatform().name("sqlite-writer").daemon().factory(),
        BodyCodec.PLAIN,
        SqliteJournal.IDS_KEPT);
  }

  private SqliteJournal.Setting setting() {
    return setting(nanos);
  }

  /// Appends until entries are folded into a snapshot, which then holds this word.
  private void folded(Log log, String word) {
    var facts = IntStream.range(0, 24).mapToObj(n -> noted("n" + n, "\"" + word + "\"")).toList();
    Log longer = journal.append(log.plus(facts).plus(replied(word)), Effects.NONE);
    if (longer.snapshot().equals(Snapshot.NONE)) folded(longer, word);
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

  private String everyByte() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) all.append(Files.readString(file, ISO_8859_1));
    }
    return all.toString();
  }
}
