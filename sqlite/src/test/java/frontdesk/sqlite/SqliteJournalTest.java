package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.channel.Sending;
import frontdesk.conversation.Log;
import frontdesk.store.DurableJournalContract;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.OutboxContract;
import frontdesk.store.Records;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SqliteJournalTest extends JournalInDirectory
    implements DurableJournalContract, OutboxContract {

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

  @Test
  void D01_a_message_on_its_way_is_in_doubt_after_a_restart_and_no_earlier() {
    answerInOutbox("hi");
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
    answerInOutbox("hi");
    assertThat(journal.remove(journal.head(ONE).orElseThrow())).isFalse();
    journal.settle(journal.claim(10).getFirst(), new Delivery.Sent());
    assertThat(journal.remove(journal.head(ONE).orElseThrow())).isTrue();
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
}
