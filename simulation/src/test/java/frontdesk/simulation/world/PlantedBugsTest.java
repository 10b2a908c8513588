package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Whether the world would find a bug, if there was one. Each is found by the invariant that it
/// breaks; the line that is printed says in which seed, and at which step.
class PlantedBugsTest {
  private static final boolean SOAK = Boolean.getBoolean("frontdesk.soak");
  private static final long SEEDS_MAX = 200;

  @Test
  void calls_before_the_intent_are_found() {
    assertFound(CallsBeforeTheIntent::new);
  }

  @Test
  void a_lost_fence_is_found() {
    assertFound(LosesTheFence::new);
  }

  @Test
  void an_id_that_is_remembered_before_its_event_is_durable_is_found() {
    assertFound(DedupesBeforeTheWrite::new);
  }

  @Test
  void events_that_are_consumed_unread_are_found() {
    assertFound(ConsumesTheUnread::new);
  }

  @Test
  void an_act_of_unknown_outcome_that_is_repeated_is_found() {
    assertFound(RepeatsTheUnknown::new);
  }

  @Test
  void the_second_of_two_queued_messages_that_is_dropped_is_found() {
    assertFound(DropsTheSecond::new);
  }

  @Test
  void a_timer_that_is_forgotten_in_a_crash_is_found() {
    assertFound(ForgetsATimer::new);
  }

  @Test
  void an_epoch_that_is_refreshed_within_a_turn_is_found() {
    assertFound(RefreshesTheEpoch::new);
  }

  @Test
  void a_look_up_while_the_first_request_may_still_fly_is_found() {
    assertFound(LooksUpTheFlying::new);
  }

  @Test
  void a_second_turn_for_events_that_were_received_is_found() {
    assertFound(ReadsReceivedAgain::new);
  }

  @Test
  void an_allowance_that_is_compared_with_the_nodes_own_clock_is_found() {
    assertFound(ComparesWithItsOwnClock::new);
  }

  @Test
  void H01_an_answer_of_the_agents_after_a_takeover_is_found() {
    assertFound(AnswersAfterATakeover::new);
  }

  @Test
  void an_approval_that_is_older_than_its_preview_is_found() {
    assertFound(AppliesAnOlderApproval::new);
  }

  @Test
  void an_approval_by_somebody_else_is_found() {
    assertFound(TakesAnybodysYes::new);
  }

  @Test
  void a_reply_that_is_committed_without_its_row_in_the_outbox_is_found() {
    assertFound(CommitsTheReplyAlone::new);
  }

  @Test
  void a_claim_that_is_not_durable_is_found() {
    assertFound(ClaimsWithoutDurability::new);
  }

  @Test
  void a_message_in_doubt_that_is_sent_again_unasked_is_found() {
    assertFound(SendsAgainUnasked::new);
  }

  @Test
  void a_message_that_is_written_after_its_allowance_is_found() {
    assertFound(SendsAfterItsAllowance::new);
  }

  @Test
  void M13_a_claim_that_nothing_proves_is_found() {
    assertFound(BelievesTheModel::new);
  }

  @Test
  void an_answer_that_was_given_to_another_customer_is_found() {
    assertFound(AnswersAsBefore::new);
  }

  @Test
  void D07_attempts_that_are_not_counted_are_found() {
    assertFound(CountsNoAttempts::new);
  }

  @Test
  void O05_a_stop_behind_the_room_of_a_turn_that_is_not_seen_is_found() {
    assertFound(SeesOnlyItsRoom::new);
  }

  private static void assertFound(Supplier<Bug> planted) {
    Quiet.please();
    Bug bug = planted.get();
    for (long seed = 0; seed < SEEDS_MAX; seed++) {
      Result result = World.run(Plan.of(seed).with(planted));
      Optional<Violation> found = first(bug.invariant(), result);
      if (found.isEmpty()) continue;
      System.out.printf(
          "planted: %s: seed %d, step %d: %s%n", bug.name(), seed, found.get().step(), found.get());
      if (SOAK) assertIsNotEverywhere(planted);
      return;
    }
    throw new AssertionError(bug.name() + ": " + bug.invariant() + " holds in all seeds");
  }

  /// A bug that broke everything would prove nothing about the one it is named for.
  private static void assertIsNotEverywhere(Supplier<Bug> planted) {
    int found = 0;
    int clean = 0;
    for (long seed = 0; seed < SEEDS_MAX; seed++) {
      Result result = World.run(Plan.of(seed).with(planted));
      if (result.violates(planted.get().invariant())) found++;
      if (result.violations().isEmpty()) clean++;
    }
    System.out.printf(
        "planted: %s: found in %d of %d seeds, %d seeds show nothing%n",
        planted.get().name(), found, SEEDS_MAX, clean);
    assertThat(clean).isPositive();
  }

  private static Optional<Violation> first(String invariant, Result result) {
    return result.violations().stream()
        .filter(violation -> violation.invariant().equals(invariant))
        .findFirst();
  }
}
