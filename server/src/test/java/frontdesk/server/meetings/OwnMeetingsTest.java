package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.server.meetings.MeetingsServer.Talk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnMeetingsTest {
  private static final String LIST = "Please list my meetings";
  private static final Guest ANN = new Guest(0);
  private static final Guest BEA = new Guest(1);

  @TempDir Path data;

  @Test
  void S06_X17_a_conversation_lists_what_was_booked_in_it_and_staff_list_all() {
    try (var server = MeetingsServer.start(data)) {
      Talk ann = booked(server.talk(), ANN);
      Talk bea = booked(server.talkOfAnotherClient(), BEA);
      assertThat(ann.say(LIST)).contains("09:00–09:30").doesNotContain("09:30–10:00", "2. ");
      assertThat(bea.say(LIST)).contains("09:30–10:00").doesNotContain("09:00–09:30", "2. ");
      assertThat(server.talkOfStaff().say(LIST)).contains(ANN.email(), BEA.email());
    }
  }

  @Test
  void S06_X17_another_conversation_of_the_same_client_sees_and_touches_nothing_of_it() {
    try (var server = MeetingsServer.start(data)) {
      booked(server.talk(), ANN);
      Talk other = server.talk();
      assertThat(other.say(LIST)).isEqualTo("You have no upcoming meetings booked here.");
      assertThat(other.say(Guest.cancel())).isEqualTo("You have no upcoming meetings booked here.");
      assertThat(other.say("I am " + ANN.name() + ", " + ANN.email() + ". " + LIST))
          .isEqualTo("You have no upcoming meetings booked here.");
      assertThat(server.provider().starts(ANN.email())).hasSize(1);
    }
  }

  @Test
  void X17_staff_may_cancel_what_a_customer_booked() {
    try (var server = MeetingsServer.start(data)) {
      booked(server.talk(), ANN);
      Talk staff = server.talkOfStaff();
      assertThat(staff.say(Guest.cancel())).startsWith(Act.CANCEL.preview()).contains(ANN.email());
      assertThat(staff.say("yes")).startsWith(Act.CANCEL.done());
      assertThat(server.provider().starts(ANN.email())).isEmpty();
      assertThat(server.provider().count("cancel")).isEqualTo(1);
    }
  }

  private static Talk booked(Talk talk, Guest guest) {
    talk.say(guest.book());
    assertThat(talk.say("yes")).startsWith(Act.BOOK.done());
    return talk;
  }
}
