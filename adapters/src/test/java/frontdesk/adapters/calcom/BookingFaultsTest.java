package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Outcome;
import frontdesk.http.Body;
import frontdesk.http.Request;
import frontdesk.http.Secret;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.WriteTool.Previewing;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What comes of a booking when the provider or the way to it fails, and how often it was made.
class BookingFaultsTest {
  private static final String BOOK = "POST /v2/bookings";
  private static final String SLOTS = "GET /v2/slots";
  private static final String LIST = "GET /v2/bookings";

  private final Desk desk = new Desk();
  private final Customer ann = desk.visitor("ann");
  private final Customer.Act act =
      ann.approve("c1", "book_meeting", Customer.ann("2026-11-24", "14:00"));

  @ParameterizedTest
  @ValueSource(strings = {"drop_after", "status_after:500", "status_after:502", "cut:40"})
  void X03_an_answer_that_was_lost_is_unknown_and_then_found_by_our_key(String fault) {
    desk.fault(BOOK, fault);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(desk.effects("booking")).isEqualTo(1);
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
    JsonNode told = Customer.done(((Found.Applied) ann.find(act)).outcome());
    assertThat(told.path("text").asString()).startsWith("Your meeting is booked: ");
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop_before",
        "status:500",
        "status:503",
        "status:408",
        "error:bad_gateway",
        "error:internal_server_error",
        "garbage"
      })
  void X03_what_may_have_been_done_is_unknown_and_then_found_not_to_be_there(String fault) {
    desk.fault(BOOK, fault);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(desk.effects("booking")).isZero();
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
    Customer.done(ann.run(act));
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @Test
  void X03_an_answer_in_an_old_shape_is_not_believed_but_looked_up() {
    desk.onTheWay =
        request -> request.method().equals("POST") ? Versions.without(request) : request;
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(desk.effects("booking")).isEqualTo(1);
    assertThat(ann.find(act)).isInstanceOf(Found.Applied.class);
  }

  @Test
  void X13_an_answer_about_another_booking_is_not_believed_but_looked_up() {
    String bobs = desk.elsewhere("2026-11-25T14:00:00Z", "bob@example.com").path("uid").asString();
    desk.onTheWay =
        request ->
            request.method().equals("POST")
                ? new Request(
                    "GET",
                    "/v2/bookings/" + bobs,
                    "",
                    request.headers(),
                    Body.empty(),
                    "",
                    request.deadline())
                : request;
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(ann.find(act)).isEqualTo(new Found.NotApplied());
  }

  @Test
  void a_list_in_an_old_shape_cannot_tell() {
    desk.fault(BOOK, "drop_after");
    ann.run(act);
    desk.onTheWay = Versions::without;
    assertThat(ann.find(act)).isInstanceOf(Found.CannotTell.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "status:500", "garbage", "status:401", "cut:100"})
  void X03_a_look_up_that_fails_cannot_tell(String fault) {
    desk.fault(BOOK, "drop_after");
    ann.run(act);
    desk.fault(LIST, fault, 2);
    assertThat(ann.find(act)).isInstanceOf(Found.CannotTell.class);
    assertThat(ann.find(act)).isInstanceOfAny(Found.Applied.class, Found.CannotTell.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error:no_available_users_found_error",
        "error:user_not_available",
        "error:booking_conflict_error"
      })
  void X05_taken_in_each_spelling_offers_others_and_not_the_same_again(String fault) {
    desk.fault(BOOK, fault);
    Outcome outcome = ann.run(act);
    assertThat(outcome).isInstanceOf(Outcome.NeedsInput.class);
    var needs = (Outcome.NeedsInput) outcome;
    assertThat(needs.invalid().get("time")).endsWith("is not free.");
    assertThat(needs.offers()).hasSize(3);
    assertThat(needs.offers().toString()).doesNotContain("14:00");
    assertThat(desk.effects("booking")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status_after:400", "status_after:409", "status_after:422"})
  void X03_a_refusal_of_what_was_booked_all_the_same_is_found_to_be_done(String fault) {
    desk.fault(BOOK, fault);
    JsonNode told = Customer.done(ann.run(act));
    assertThat(told.path("meeting_id").asString()).hasSize(22);
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @Test
  void X03_a_refusal_that_cannot_be_looked_up_is_unknown() {
    desk.fault(BOOK, "status_after:409");
    desk.fault(LIST, "status:500", 2);
    assertThat(ann.run(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @Test
  void out_of_bounds_offers_others() {
    desk.fault(BOOK, "error:booking_time_out_of_bounds_error");
    assertThat(ann.run(act)).isInstanceOf(Outcome.NeedsInput.class);
  }

  @Test
  void too_many_requests_are_certainly_not_done() {
    desk.fault(BOOK, "status:429");
    assertThat(ann.run(act)).isInstanceOf(Outcome.NotSent.class);
    assertThat(desk.effects("booking")).isZero();
    Customer.done(ann.run(act));
    assertThat(desk.effects("booking")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status:401", "status:403", "error:invalid_api_key"})
  void C15_a_key_that_is_not_taken_fails_for_good_and_is_not_named(String fault) {
    desk.fault(BOOK, fault);
    Outcome outcome = ann.run(act);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).retryable()).isFalse();
    assertThat(outcome.toString()).doesNotContain("cal_demo");
    assertThat(desk.effects("booking")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "status:500", "garbage", "status:429", "cut:10"})
  void a_check_that_fails_before_the_act_means_that_nothing_was_sent(String fault) {
    desk.fault(SLOTS, fault, 2);
    assertThat(ann.run(act)).isInstanceOf(Outcome.NotSent.class);
    assertThat(desk.effects("booking")).isZero();
  }

  @Test
  void a_preview_outlives_one_dropped_connection_but_not_two() {
    desk.fault(SLOTS, "drop_before");
    assertThat(ann.preview("book_meeting", Customer.ann("2026-11-24", "15:00")))
        .isInstanceOf(Previewing.Preview.class);
    desk.fault(SLOTS, "drop_before", 2);
    assertThat(ann.preview("book_meeting", Customer.ann("2026-11-24", "15:00")))
        .isEqualTo(
            new Previewing.Not(
                new Outcome.Failed("cal.com, GET /v2/slots: the connection broke off", true)));
  }

  @Test
  void a_look_waits_a_second_when_it_is_told_to() {
    desk.fault(SLOTS, "status:429");
    long before = desk.time.nanos();
    assertThat(ann.look("find_free_times")).isInstanceOf(Outcome.Done.class);
    assertThat(desk.time.nanos() - before).isEqualTo(1_000_000_000L);
  }

  @Test
  void a_look_does_not_wait_a_minute() {
    desk.limit(1);
    long before = desk.time.nanos();
    assertThat(ann.look("list_meetings")).isInstanceOf(Outcome.Done.class);
    assertThat(ann.look("list_meetings"))
        .isEqualTo(new Outcome.Failed("cal.com, GET /v2/bookings: HTTP 429", true));
    assertThat(desk.time.nanos()).isEqualTo(before);
  }

  @Test
  void C15_a_wrong_key_stands_in_no_outcome_and_in_no_address() {
    var wrong = new Desk("UTC", new Secret("cal_wrong_0123456789"), false);
    Outcome outcome = wrong.visitor("ann").look("find_free_times");
    assertThat(outcome)
        .isEqualTo(new Outcome.Failed("cal.com, GET /v2/event-types: HTTP 401", false));
    assertThat(wrong.asked).noneMatch(r -> (r.path() + r.query()).contains("cal_wrong"));
  }

  @Test
  void a_connection_that_is_refused_never_sent_anything() {
    desk.onTheWay =
        request -> {
          if (!request.method().equals("POST")) return request;
          throw new UncheckedIOException(new ConnectException("refused"));
        };
    assertThat(ann.run(act)).isInstanceOf(Outcome.NotSent.class);
    assertThat(desk.effects("booking")).isZero();
  }
}
