package frontdesk.server.meetings;

import static frontdesk.server.RunningServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.server.Api;
import frontdesk.server.Api.Answer;
import frontdesk.server.meetings.MeetingsServer.Talk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A yes books exactly what was shown, once, and only after it was shown.
class ApprovedOnceTest {
  private static final int TALKS = Boolean.getBoolean("frontdesk.soak") ? 300 : 15;
  private static final int DEVICES = 4;
  private static final Guest ANN = new Guest(0);

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

  private int booked() {
    return server.provider().count("booking");
  }

  @Test
  void X11_of_devices_that_say_yes_at_once_one_books_and_all_are_told_the_truth() {
    int merged = 0;
    for (int number = 0; number < TALKS; number++) {
      var guest = new Guest(number);
      Talk one = server.talk();
      one.say(guest.book());
      var calls = new ArrayList<Callable<Answer>>();
      for (int device = 0; device < DEVICES; device++) {
        Api api = device % 2 == 0 ? one.api() : one.api().fromElsewhere();
        String key = "device-" + device;
        calls.add(() -> api.sayOnce(one.id(), "yes", key));
      }
      List<String> answers = Api.atOnce(calls).stream().map(Answer::botMessage).toList();
      assertThat(answers)
          .allMatch(
              text -> text.startsWith(Act.BOOK.done()) || text.equals(MeetingsModel.NOTHING_OPEN))
          .anyMatch(text -> text.startsWith(Act.BOOK.done()));
      assertThat(server.provider().starts(guest.email())).hasSize(1);
      if (answers.stream().allMatch(answers.getFirst()::equals)) merged++;
    }
    assertThat(server.provider().effects("booking").values()).hasSize(TALKS).containsOnly(1);
    System.out.printf(
        "X11: %d talks, %d devices said yes at once (%d times answered together); %d bookings%n",
        TALKS, DEVICES, merged, booked());
  }

  @Test
  void X11_a_yes_that_is_sent_again_with_its_key_is_one_yes_with_one_answer() {
    talk.say(ANN.book());
    Callable<Answer> yes = () -> talk.api().sayOnce(talk.id(), "yes", "the-yes");
    List<String> answers =
        Api.atOnce(List.of(yes, yes, yes)).stream().map(Answer::botMessage).distinct().toList();
    assertThat(answers).singleElement().asString().startsWith(Act.BOOK.done());
    assertThat(talk.messages()).hasSize(4);
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void X11_a_second_yes_finds_nothing_to_confirm() {
    talk.say(ANN.book());
    assertThat(talk.say("yes")).startsWith(Act.BOOK.done());
    assertThat(talk.say("yes")).isEqualTo(MeetingsModel.NOTHING_OPEN);
    assertThat(booked()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes yes", "Yes, yes!", "ok ok"})
  void X11_a_yes_said_twice_in_one_message_is_one(String yes) {
    talk.say(ANN.book());
    assertThat(talk.say(yes)).startsWith(Act.BOOK.done());
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void X10_a_yes_that_was_sent_before_the_preview_was_seen_books_nothing() {
    server.provider().fault("GET /v2/slots", "hold", 1);
    Callable<String> book = () -> talk.say(ANN.book());
    Callable<String> yes =
        () -> {
          until(() -> server.provider().wasAsked("GET /v2/slots"));
          return talk.say("yes");
        };
    Callable<String> release =
        () -> {
          until(() -> talk.head().inboxSeq() >= 3);
          server.provider().release();
          return "";
        };
    List<String> answers = Api.atOnce(List.of(book, yes, release));
    assertThat(answers.get(0)).startsWith(Act.BOOK.preview());
    assertThat(answers.get(1)).isEqualTo(MeetingsModel.WAITS);
    assertThat(booked()).isZero();

    assertThat(talk.say(ANN.book())).startsWith(Act.BOOK.preview());
    assertThat(talk.say("yes")).startsWith(Act.BOOK.done());
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void O06_X10_a_yes_with_a_correction_books_nothing_and_what_is_shown_then_is_booked_once() {
    talk.say(ANN.book());
    String corrected = talk.say("yes, but at 16:00");
    assertThat(corrected).startsWith(Act.BOOK.preview()).contains("16:00–16:30");
    assertThat(booked()).isZero();
    assertThat(talk.say("yes")).startsWith(Act.BOOK.done()).contains("16:00–16:30");
    assertThat(booked()).isEqualTo(1);
    assertThat(server.provider().starts(ANN.email()))
        .singleElement()
        .asString()
        .startsWith(ANN.day() + "T16:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "cancel", "no", "please forget it"})
  void O05_what_was_stopped_between_preview_and_yes_is_not_booked(String stop) {
    talk.say(ANN.book());
    assertThat(talk.say(stop)).doesNotContain(Act.BOOK.done(), Act.BOOK.preview());
    assertThat(talk.say("yes")).doesNotContain(Act.BOOK.done(), Act.BOOK.preview());
    assertThat(booked()).isZero();
  }

  @Test
  void X10_a_yes_that_comes_too_late_books_nothing() {
    talk.say(ANN.book());
    server.skip(Duration.ofMinutes(16));
    assertThat(talk.say("yes")).contains("Not done: ", "too late");
    assertThat(booked()).isZero();
  }

  @Test
  void X05_a_time_that_was_taken_meanwhile_is_not_booked_and_another_one_is_once() {
    talk.say(ANN.book());
    assertThat(server.provider().takes(ANN.start().toString())).isTrue();
    String answer = talk.say("yes");
    assertThat(answer).contains("Not done: ", "is not free", "\"time\":\"09:30\"");
    assertThat(server.provider().bookings(ANN.email())).isEmpty();

    assertThat(talk.say("then at 09:30 please")).startsWith(Act.BOOK.preview()).contains("09:30");
    assertThat(talk.say("yes")).startsWith(Act.BOOK.done()).contains("09:30");
    assertThat(server.provider().starts(ANN.email())).hasSize(1);
    assertThat(booked()).as("with the one that took the time").isEqualTo(2);
  }
}
