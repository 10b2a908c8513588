package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.WriteTool;
import frontdesk.tool.WriteTool.Previewing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotHoldTest {
  private static final String RESERVE = "POST /v2/slots/reservations";

  private final Desk desk = Desk.holding();
  private final Customer ann = desk.visitor("ann");
  private final Customer bob = desk.visitor("bob");
  private final Customer.Act act = approved(ann);

  @Test
  void a_time_that_is_shown_to_one_customer_is_not_offered_to_another() {
    Json held = held();
    assertThat(offered(bob)).isFalse();
    Customer.done(ann.run(act, held));
    assertThat(desk.effects("booking")).isEqualTo(1);
    assertThat(desk.effects("reservation")).isEqualTo(1);
  }

  @Test
  void it_is_told_to_the_customer_in_their_language() {
    assertThat(Jsons.parse(held()).path("text").asString())
        .isEqualTo("This time is kept for you for 15 minutes.");
    Customer somchai = desk.visitor("somchai").speaking("th");
    var other = somchai.approve("c2", "book_meeting", Customer.ann("2026-11-24", "15:00"));
    assertThat(Customer.done(somchai.hold(other)).path("text").asString())
        .isEqualTo("กันเวลานี้ไว้ให้ 15 นาทีค่ะ");
  }

  @Test
  void what_is_given_back_can_be_had_by_others() {
    Json held = held();
    Customer.done(ann.giveBack(act, held));
    assertThat(offered(bob)).isTrue();
    assertThat(ann.giveBack(act, held)).as("again").isInstanceOf(Outcome.Done.class);
  }

  @Test
  void it_is_over_by_itself() {
    held();
    desk.now = desk.now.plus(Duration.ofMinutes(15));
    assertThat(offered(bob)).isTrue();
  }

  @Test
  void
      X05_a_time_that_somebody_else_holds_or_booked_since_is_not_held_and_three_others_are_offered() {
    Customer.Act bobs = approved(bob);
    held();
    assertThat(((Outcome.NeedsInput) bob.hold(bobs)).offers()).hasSize(3);
    Customer.Act late = ann.approve("c3", "book_meeting", Customer.ann("2026-11-25", "14:00"));
    desk.elsewhere("2026-11-25T14:00:00Z", "bob@example.com");
    assertThat(((Outcome.NeedsInput) ann.hold(late)).offers()).hasSize(3);
  }

  @Test
  void X05_what_was_booked_elsewhere_though_it_was_held_is_refused_with_other_times() {
    Json held = held();
    desk.elsewhere("2026-11-24T14:00:00Z", "bob@example.com");
    assertThat(((Outcome.NeedsInput) ann.run(act, held)).offers()).hasSize(3);
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"status:500, Unknown", "status:429, NotSent", "drop_before, Unknown"})
  void a_provider_in_trouble_is_told_apart_from_one_that_refuses(String fault, String outcome) {
    desk.fault(RESERVE, fault);
    assertThat(ann.hold(act).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void a_hold_whose_answer_was_lost_is_in_nobodys_way_but_others() {
    desk.fault(RESERVE, "drop_after");
    assertThat(ann.hold(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(offered(bob)).isFalse();
    Customer.done(ann.run(act, Json.EMPTY));
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @Test
  void nothing_is_held_unless_somebody_sets_it() {
    var plain = (WriteTool) new Desk().tool("book_meeting");
    assertThat(plain.hold()).isEmpty();
  }

  private static Customer.Act approved(Customer customer) {
    return customer.approve("c1", "book_meeting", Customer.ann("2026-11-24", "14:00"));
  }

  private Json held() {
    return ((Outcome.Done) ann.hold(act)).content();
  }

  private static boolean offered(Customer customer) {
    Previewing shown = customer.preview("book_meeting", Customer.ann("2026-11-24", "14:00"));
    return shown instanceof Previewing.Preview;
  }
}
