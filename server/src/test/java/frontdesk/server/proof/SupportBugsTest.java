package frontdesk.server.proof;

import org.junit.jupiter.api.Test;

/// Whether the oracle would find a bug, if there was one.
class SupportBugsTest {
  private static final long SEEDS_MAX = 100;

  @Test
  void a_server_that_ignores_the_idempotency_key_is_found() {
    var fitting = Fitting.of((handler, _) -> Planted.ignoresTheKey(handler));
    assertFound("ignores the key", "key", fitting);
  }

  @Test
  void a_server_that_takes_any_body_under_a_key_is_found() {
    assertFound("takes any body", "key", Fitting.ofJournal(Planted.TakesAnyBody::new));
  }

  @Test
  void a_server_that_does_not_check_the_account_of_a_key_is_found() {
    assertFound("does not check the account", "I6", Fitting.of(Planted::doesNotCheckTheAccount));
  }

  @Test
  void keys_that_are_shared_by_all_conversations_are_found() {
    assertFound("shares keys", "key", Fitting.ofJournal(Planted.SharesKeys::new));
  }

  @Test
  void an_answer_of_another_turn_is_found() {
    assertFound(
        "answers with the newest", "I2", Fitting.ofRecords(Planted.AnswersWithTheNewest::new));
  }

  @Test
  void an_answer_that_cannot_be_asked_for_again_is_found() {
    assertFound("answers once", "I7", Fitting.ofRecords(Planted.AnswersOnce::new));
  }

  @Test
  void messages_that_a_crash_leaves_behind_for_ever_are_found() {
    assertFound("leaves what was left", "I7", Fitting.ofJournal(Planted.LeavesWhatWasLeft::new));
  }

  @Test
  void a_server_that_dedupes_before_the_durable_write_is_found() {
    assertFound(
        "dedupes before the write", "I1", Fitting.ofJournal(Planted.DedupesBeforeTheWrite::new));
  }

  @Test
  void a_server_that_says_it_kept_what_the_store_lost_is_found() {
    assertFound("accepts what was lost", "I1", Fitting.ofJournal(Planted.AcceptsWhatWasLost::new));
  }

  @Test
  void messages_that_are_consumed_unread_are_found() {
    assertFound("consumes the unread", "I1", Fitting.ofJournal(Planted.ConsumesTheUnread::new));
  }

  @Test
  void messages_that_are_read_in_another_order_are_found() {
    assertFound(
        "reads the newest first", "I4", Fitting.ofJournal(Planted.ReadsTheNewestFirst::new));
  }

  @Test
  void facts_that_are_forgotten_are_found() {
    assertFound("forgets facts", "facts", Fitting.ofJournal(Planted.ForgetsFacts::new));
  }

  @Test
  void a_model_that_mixes_customers_up_is_found() {
    assertFound("mixes customers up", "I6", Fitting.ofModel(Planted.MixesCustomersUp::new));
  }

  private static void assertFound(String bug, String rule, Fitting planted) {
    Found.within(SEEDS_MAX, bug, rule, seed -> SupportPlay.run(seed, planted));
  }
}
