package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// M03, M04: a provider that is not there, too slow, or gone in the middle of a reply.
class SlowProviderTest extends OnTheWire {
  private static final String BEGINNING = "Your parcel is already on its way to you. ";
  private static final Duration LATE = Duration.ofSeconds(8);

  @Test
  void M03_a_provider_that_is_not_there_is_a_sentence_within_the_turns_time() {
    with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
    open(turnOf(Duration.ofSeconds(1)));
    assertThat(apologises("hi")).contains("please try again");
    assertThat(errors()).contains("OVERLOADED no connection to the provider");
    assertThat(entries()).contains("model_failed");
    assertThat(apologises("are you there?")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"responses,true", "responses,false", "chat,true", "chat,false"})
  void M03_an_answer_that_stalls_ends_with_the_turns_deadline_and_none_of_it_is_sent(
      String api, boolean stream) {
    with("OPENAI_API", api);
    open(turnOf(Duration.ofSeconds(1)), "{name: openai, stream: " + stream + "}");
    provider.script(text(BEGINNING.repeat(20), "\"do\": \"stall:400\""));
    long before = System.nanoTime();
    assertThat(apologises("where is it?")).contains("please try again");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LATE);
    assertThat(messages().toString()).doesNotContain("parcel");
    assertThat(errors()).contains("TIMEOUT").doesNotContain("where is it", "parcel");
    goesOn();
  }

  @Test
  void M03_an_answer_that_drips_ends_with_the_turns_deadline_and_none_of_it_is_sent() {
    open(turnOf(Duration.ofSeconds(1)));
    provider.script(text(BEGINNING.repeat(20), "\"do\": \"slow:200\""));
    long before = System.nanoTime();
    assertThat(apologises("where is it?")).contains("please try again");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LATE);
    assertThat(messages().toString()).doesNotContain("parcel");
    goesOn();
  }

  @Test
  void M03_an_answer_that_is_held_ends_with_the_turns_deadline() {
    open(turnOf(Duration.ofSeconds(1)));
    provider.fault(1, "hold");
    apologises("hi");
    assertThat(provider.asked()).hasSize(1);
    goesOn();
  }

  @ParameterizedTest
  @CsvSource({"responses,true", "responses,false", "chat,true", "chat,false"})
  void M04_a_reset_after_a_call_was_emitted_does_not_make_it_happen_twice(
      String api, boolean stream) {
    with("OPENAI_API", api);
    open(turnOf(Duration.ofSeconds(20)), "{name: openai, stream: " + stream + "}");
    String order = "{\"item\": \"cup\", \"quantity\": 1}";
    provider.script(call("order", order, "\"end\": \"reset\""));
    provider.before(2, () -> provider.script(call("order", order), text("It is ordered.")));
    answers("a cup, please", "It is ordered.");
    assertThat(shop.ordered()).hasSize(1);
    assertThat(provider.asked()).hasSize(3);
    goesOn();
    assertThat(shop.ordered()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 700, 1500, 2500, 4000})
  void M04_wherever_the_connection_is_cut_the_act_happens_once(int bytes) {
    open();
    String order = "{\"item\": \"cup\", \"quantity\": 1}";
    provider.script(call("order", order), text("It is ordered."));
    provider.fault(1, "cut:" + bytes);
    answers("a cup, please", "It is ordered.");
    assertThat(shop.ordered()).hasSize(1);
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "error", "failed"})
  void M04_a_stream_without_its_end_is_no_reply(String end) {
    open();
    provider.script(text("Half of the", "\"end\": \"" + end + "\""));
    provider.before(2, () -> provider.script(text("All of the answer.")));
    answers("hi", "All of the answer.");
    assertThat(messages()).containsExactly("user: hi", "assistant: All of the answer.");
    goesOn();
  }

  @Test
  void M04_a_provider_that_always_breaks_off_ends_in_a_sentence_and_nothing_was_done() {
    open(turnOf(Duration.ofSeconds(1)));
    provider.script(call("order", "{\"item\": \"cup\", \"quantity\": 1}", "\"end\": \"reset\""));
    assertThat(apologises("a cup, please")).contains("please try again");
    assertThat(shop.ordered()).isEmpty();
    assertThat(errors()).contains("BROKEN").doesNotContain("cup");
    goesOn();
  }
}
