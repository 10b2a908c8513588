package frontdesk.sqlite;

import static frontdesk.store.JournalContract.ONE;
import static frontdesk.store.JournalContract.TWO;
import static frontdesk.store.JournalContract.atOnce;
import static frontdesk.store.JournalContract.consumed;
import static frontdesk.store.JournalContract.noted;
import static frontdesk.store.JournalContract.replied;
import static frontdesk.store.JournalContract.said;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.channel.Delivery;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Log;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Effects;
import frontdesk.store.Fenced;
import frontdesk.store.JournalContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a write costs, and what those that share a commit cost each other.
class SharedCommitsTest extends JournalInDirectory {

  @Test
  void a_message_costs_two_commits_a_claim_and_a_settle_and_a_look_at_nothing_none() {
    answerInOutbox("hi");
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

  private boolean appends(Log log) {
    try {
      journal.append(log, Effects.NONE);
      return true;
    } catch (Fenced _) {
      return false;
    }
  }
}
