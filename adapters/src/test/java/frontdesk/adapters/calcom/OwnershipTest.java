package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Principal.Identity;
import frontdesk.http.Request;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.WriteTool.Previewing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Whose bookings somebody sees and touches.
class OwnershipTest {
  private static final String NOBODYS = "2222222222222222222222";

  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann");
  private final Customer eve = desk.visitor("eve");
  private String meeting = "";

  @BeforeEach
  void book() {
    meeting = ann.booked("2026-11-24", "14:00").path("meeting_id").asString();
  }

  @Test
  void C7_X17_another_conversation_sees_nothing() {
    desk.elsewhere("2026-11-25T14:00:00Z", "ann@example.com");
    assertThat(ids(ann)).containsExactly(meeting);
    assertThat(Customer.done(eve.look("list_meetings")).path("text").asString())
        .isEqualTo("You have no upcoming meetings booked here.");
    assertThat(ids(eve)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODYS, "no such", "../me", "x", "a/cancel"})
  void X18_S06_somebody_elses_meeting_and_none_are_refused_alike(String none) {
    Previewing refused =
        new Previewing.Not(new Outcome.Refused("I cannot find that meeting among yours."));
    assertThat(eve.preview("cancel_meeting", "meeting_id", meeting)).isEqualTo(refused);
    assertThat(eve.preview("cancel_meeting", "meeting_id", none)).isEqualTo(refused);
    assertThat(eve.preview("move_meeting", "meeting_id", meeting, "time", "15:00"))
        .isEqualTo(refused);
    assertThat(eve.preview("move_meeting", "meeting_id", none, "time", "15:00")).isEqualTo(refused);
    assertThat(eve.speaking("th").preview("cancel_meeting", "meeting_id", meeting))
        .isEqualTo(eve.speaking("th").preview("cancel_meeting", "meeting_id", none));
  }

  @Test
  void X18_an_act_on_somebody_elses_meeting_is_refused_even_when_it_was_bound() {
    var cancel = ann.approve("c1", "cancel_meeting", "meeting_id", meeting);
    var move = ann.approve("c2", "move_meeting", "meeting_id", meeting, "time", "15:00");
    assertThat(eve.run(cancel)).isInstanceOf(Outcome.Refused.class);
    assertThat(eve.run(move)).isInstanceOf(Outcome.Refused.class);
    assertThat(eve.find(cancel)).isInstanceOf(Found.CannotTell.class);
    assertThat(eve.find(move)).isInstanceOf(Found.CannotTell.class);
    assertThat(desk.effects("cancel") + desk.effects("reschedule")).isZero();
  }

  @Test
  void X18_without_a_preview_a_guessed_id_is_refused_too() {
    var guessed =
        new Customer.Act(
            "cancel_meeting",
            Jsons.json(Jsons.object().put("meeting_id", meeting)),
            Json.NULL,
            ann.approve("c1", "cancel_meeting", "meeting_id", meeting).key(),
            "");
    assertThat(eve.run(guessed)).isInstanceOf(Outcome.Refused.class);
    assertThat(desk.effects("cancel")).isZero();
  }

  @Test
  void S06_a_typed_address_opens_nothing() {
    // Eve says that she is Ann, and books with Ann's address.
    String hers = eve.booked("2026-11-24", "15:00").path("meeting_id").asString();
    assertThat(ids(eve)).containsExactly(hers);
    Customer claims =
        desk.customer("claims", customer(new Identity("email", "ann@example.com", false)));
    assertThat(ids(claims)).isEmpty();
    assertThat(claims.preview("cancel_meeting", "meeting_id", meeting))
        .isInstanceOf(Previewing.Not.class);
  }

  @Test
  void X17_a_verified_address_opens_what_comes_to_it() {
    JsonNode elsewhere = desk.elsewhere("2026-11-25T14:00:00Z", "ann@example.com");
    desk.elsewhere("2026-11-26T14:00:00Z", "bob@example.com");
    Customer verified =
        desk.customer("v", customer(new Identity("email", "Ann@Example.com", true)));
    assertThat(ids(verified)).containsExactly(meeting, elsewhere.path("uid").asString());
    Customer.done(verified.run(verified.approve("c1", "cancel_meeting", "meeting_id", meeting)));
    assertThat(desk.effects("cancel")).isEqualTo(1);
  }

  @Test
  void a_verified_card_number_is_no_address() {
    Customer card = desk.customer("v", customer(new Identity("card", "ann@example.com", true)));
    assertThat(ids(card)).isEmpty();
  }

  @Test
  void C_F3_staff_see_all_with_names() {
    desk.elsewhere("2026-11-25T14:00:00Z", "bob@example.com");
    Customer staff = desk.customer("desk", new Principal.Staff("desk"));
    JsonNode told = Customer.done(staff.look("list_meetings"));
    assertThat(told.path("meetings")).hasSize(2);
    assertThat(told.path("text").asString()).contains("Somebody Else, bob@example.com");
    assertThat(staff.preview("cancel_meeting", "meeting_id", meeting))
        .isInstanceOf(Previewing.Preview.class);
  }

  @Test
  void an_operator_and_the_server_see_none() {
    assertThat(ids(desk.customer("ann", new Principal.Operator("ann")))).isEmpty();
    assertThat(ids(desk.customer("ann", new Principal.Server()))).isEmpty();
  }

  @Test
  void two_people_of_one_conversation_do_not_see_each_others() {
    assertThat(ids(desk.customer("ann", new Principal.Visitor("bob")))).isEmpty();
  }

  @Test
  void X13_a_booking_that_was_not_asked_for_is_never_shown() {
    String bobs = desk.elsewhere("2026-11-25T14:00:00Z", "bob@example.com").path("uid").asString();
    desk.onTheWay =
        request ->
            new Request(
                request.method(),
                request.path().replace(meeting, bobs),
                request.query(),
                request.headers(),
                request.body(),
                request.remote(),
                request.deadline());
    assertThat(ann.preview("cancel_meeting", "meeting_id", meeting))
        .isInstanceOfSatisfying(
            Previewing.Not.class, not -> assertThat(not.why()).isInstanceOf(Outcome.Failed.class));
    assertThat(desk.effects("cancel")).isZero();
  }

  @Test
  void X13_a_list_that_overlooks_its_filters_shows_no_more() {
    desk.elsewhere("2026-11-25T14:00:00Z", "bob@example.com");
    ann.run(ann.approve("c1", "cancel_meeting", "meeting_id", meeting));
    desk.onTheWay =
        request ->
            new Request(
                request.method(),
                request.path(),
                request.query().replace("status=", "unknown="),
                request.headers(),
                request.body(),
                request.remote(),
                request.deadline());
    assertThat(ids(ann)).isEmpty();
    assertThat(Customer.done(ann.look("list_meetings", "status", "cancelled")).path("meetings"))
        .hasSize(1);
  }

  private static Principal customer(Identity identity) {
    return new Principal.Customer("v", List.of(identity));
  }

  private static List<String> ids(Customer customer) {
    return Customer.done(customer.look("list_meetings"))
        .path("meetings")
        .valueStream()
        .map(meeting -> meeting.path("meeting_id").asString())
        .toList();
  }
}
