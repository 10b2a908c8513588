package frontdesk.server.proof;

import frontdesk.tool.Tool;
import frontdesk.tool.WriteTool;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Whether the oracle would find a bug of the meetings agent, if there was one.
class MeetingsBugsTest {
  private static final long SEEDS_MAX = 60;

  @Test
  void an_act_that_is_sent_again_without_a_look_up_is_found() {
    assertFound("looks up nothing", "I11", Fitting.ofCalendar(PlantedMeetings::looksUpNothing));
  }

  @Test
  void a_booking_without_our_key_is_found() {
    assertFound(
        "leaves the key out", "double", Fitting.ofCalendar(PlantedMeetings::leavesTheKeyOut));
  }

  @Test
  void a_lost_answer_that_is_taken_for_a_failure_is_found() {
    assertFound(
        "takes lost for failed",
        "I11",
        Fitting.ofTool(onlyActs(PlantedMeetings::takesALostAnswerForAFailure)));
  }

  @Test
  void a_lost_answer_that_is_taken_for_done_is_found() {
    assertFound(
        "takes lost for done",
        "I11",
        Fitting.ofTool(onlyActs(PlantedMeetings::takesALostAnswerForDone)));
  }

  @Test
  void meetings_that_are_shown_to_anybody_are_found() {
    Fitting fitting =
        Fitting.ofTool(
            tool ->
                tool.spec().name().equals("list_meetings") ? PlantedMeetings.showsAll(tool) : tool);
    assertFound("does not check whose", "I-private", fitting);
  }

  @Test
  void arguments_that_nobody_said_are_found() {
    assertFound(
        "needs no ground", "said", Fitting.ofTool(onlyActs(PlantedMeetings::needsNoGround)));
  }

  @Test
  void an_approval_of_what_nobody_saw_is_found() {
    assertFound("approves unseen", "yes", Fitting.ofJournal(PlantedMeetings.ApprovesUnseen::new));
  }

  @Test
  void a_pending_call_that_customers_share_is_found() {
    assertFound(
        "shares pending calls", "I6", Fitting.ofJournal(PlantedMeetings.SharesPendingCalls::new));
  }

  private static UnaryOperator<Tool> onlyActs(UnaryOperator<Tool> bug) {
    return tool -> tool instanceof WriteTool ? bug.apply(tool) : tool;
  }

  private static void assertFound(String bug, String rule, Fitting planted) {
    Found.within(SEEDS_MAX, bug, rule, seed -> MeetingsPlay.run(seed, planted));
  }
}
