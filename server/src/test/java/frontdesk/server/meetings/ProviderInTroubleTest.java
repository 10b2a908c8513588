package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.server.meetings.MeetingsServer.Talk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests to cal.com that go wrong while a meeting is booked.
class ProviderInTroubleTest {
  private static final Guest ANN = new Guest(0);

  /// Each of an act's look-ups asks once more when it gets no answer.
  private static final int LOOKS = 2 * Limits.DEFAULT.attempts();

  @TempDir Path data;

  private MeetingsServer server;
  private Talk talk;

  @BeforeEach
  void start() {
    server = MeetingsServer.start(data);
    talk = server.talk();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void oneIsBooked() {
    assertThat(server.provider().effects("booking").values()).containsExactly(1);
    assertThat(server.provider().starts(ANN.email()))
        .singleElement()
        .satisfies(start -> assertThat(start).startsWith(ANN.start().toString().substring(0, 16)));
  }

  private void nothingIsBooked() {
    assertThat(server.provider().count("booking")).isZero();
    assertThat(server.provider().bookings(ANN.email())).isEmpty();
  }

  private void theCustomerWasToldOnce(String done) {
    assertThat(talk.messages().stream().filter(message -> message.contains(done))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_after", "status_after:500", "status_after:502", "cut:20"})
  void X03_a_booking_whose_answer_was_lost_is_found_and_not_made_again(String fault) {
    talk.say(ANN.book());
    server.provider().fault(Provider.BOOK, fault, 1);
    assertThat(talk.sayAndWait("yes")).startsWith(Act.BOOK.done());
    oneIsBooked();
    assertThat(talk.say("yes")).isEqualTo(MeetingsModel.NOTHING_OPEN);
    oneIsBooked();
    theCustomerWasToldOnce(Act.BOOK.done());
  }

  @Test
  void X03_a_booking_that_is_made_after_its_time_was_over_is_found_and_not_made_again() {
    talk.say(ANN.book());
    server.provider().fault(Provider.BOOK, "delay:4000", 1);
    // It lands two seconds after it was given up, long before anybody asks what became of it.
    String answer = talk.sayAndWait("yes", () -> server.provider().count("booking") == 1);
    assertThat(answer).startsWith(Act.BOOK.done());
    oneIsBooked();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "status:500", "status:502", "garbage"})
  void X03_a_booking_that_was_not_made_is_made_once_it_is_known(String fault) {
    talk.say(ANN.book());
    server.provider().fault(Provider.BOOK, fault, 1);
    assertThat(talk.sayAndWait("yes")).startsWith(Act.BOOK.done());
    oneIsBooked();
    theCustomerWasToldOnce(Act.BOOK.done());
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "status:500", "garbage"})
  void X03_a_booking_that_can_not_be_made_is_given_up_and_nothing_else_is_said(String fault) {
    talk.say(ANN.book());
    server.provider().fault(Provider.BOOK, fault, Limits.DEFAULT.attempts());
    assertThat(talk.sayAndWait("yes")).contains("Not done: ", "could not be sent");
    nothingIsBooked();
    assertThat(server.ops("list")).doesNotContain("waiting");
  }

  @Test
  void X03_where_nobody_can_tell_a_person_is_asked_the_customer_told_and_nothing_is_made_again() {
    talk.say(ANN.book());
    server.provider().fault(Provider.BOOK, "drop_after", 1);
    server.provider().fault(Provider.LOOK_UP, "status:500", LOOKS);
    assertThat(talk.sayAndWait("yes")).isEqualTo(MeetingsModel.A_PERSON);
    assertThat(server.ops("list")).contains(talk.conversation()).contains("waiting");
    assertThat(talk.say("yes")).isEqualTo(MeetingsModel.A_PERSON);
    assertThat(talk.say(ANN.book())).doesNotContain(Act.BOOK.preview(), Act.BOOK.done());
    oneIsBooked();

    server.decide(talk, true);
    assertThat(talk.messages().getLast()).endsWith(MeetingsModel.A_PERSON_SAYS_YES);
    assertThat(server.ops("list")).doesNotContain("waiting");
    assertThat(talk.say("Please list my meetings")).contains("1. ");
    oneIsBooked();
  }

  @Test
  void X03_what_a_person_found_not_to_have_happened_can_be_asked_for_anew() {
    talk.say(ANN.book());
    server.provider().fault(Provider.BOOK, "drop_before", 1);
    server.provider().fault(Provider.LOOK_UP, "drop_before", LOOKS);
    assertThat(talk.sayAndWait("yes")).isEqualTo(MeetingsModel.A_PERSON);
    nothingIsBooked();

    server.decide(talk, false);
    assertThat(talk.messages().getLast()).contains("Not done: ", "did not happen");
    assertThat(talk.say(ANN.book())).startsWith(Act.BOOK.preview());
    assertThat(talk.say("yes")).startsWith(Act.BOOK.done());
    oneIsBooked();
  }
}
