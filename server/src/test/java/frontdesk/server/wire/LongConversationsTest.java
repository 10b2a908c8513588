package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.server.RunningServer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// M14, M15: conversations that are too long for their provider.
class LongConversationsTest extends OnTheWire {
  private static final int PROMPT_TOKENS = 500;
  private static final String LONG = " The parcel came late and the box was open.".repeat(8);

  @ParameterizedTest
  @ValueSource(strings = {"responses", "chat"})
  void M14_what_is_too_long_for_the_provider_is_shortened_and_asked_once_more(String api) {
    with("OPENAI_API", api);
    open();
    provider.script(noted());
    answers("the first thing", "Noted.");
    answers("the second thing", "Noted.");
    provider.fault(1, "error:context_length_exceeded");
    answers("the third thing", "Noted.");
    assertThat(provider.asked()).hasSize(4);
    assertThat(provider.newest().toString())
        .contains("the third thing", "is left out here")
        .doesNotContain("the first thing");
    assertThat(entries()).contains("shortened");
    goesOn();
  }

  @Test
  void M14_what_stays_too_long_ends_in_a_sentence_not_in_a_loop() {
    open();
    provider.script(noted());
    answers("the first thing", "Noted.");
    answers("the second thing", "Noted.");
    provider.fault(2, "error:context_length_exceeded");
    assertThat(apologises("the third thing")).contains("please try again");
    assertThat(provider.asked()).hasSize(4);
    assertThat(errors()).contains("CONTEXT_TOO_LONG", "code context_length_exceeded");
    goesOn();
  }

  @Test
  void M14_a_first_message_that_is_too_long_is_not_asked_about_twice() {
    open();
    provider.fault(1, "error:context_length_exceeded");
    apologises("the first thing");
    assertThat(provider.asked()).hasSize(1);
    goesOn();
  }

  @Test
  void M14_a_long_conversation_is_summed_up_and_goes_on_from_its_summary() {
    open(small());
    provider.script(noted());
    for (int i = 0; i < 4; i++) answers("Part " + i + "." + LONG, "Noted.");
    RunningServer.until(() -> shown().toString().contains("\"summarised\""));
    answers("And now?", "Noted.");
    assertThat(provider.newest().toString()).contains("summed up by a machine");
    assertThat(metrics())
        .contains("frontdesk_model_tokens_total{kind=\"input\",model=\"summaries\"}");
    goesOn();
  }

  @Test
  void M15_where_nothing_can_be_summed_up_the_oldest_is_cut_and_open_acts_stay_with_their_calls() {
    open(small());
    provider.cannotSumUp();
    provider.script(
        call("order", "{\"item\": \"ghost\", \"quantity\": 1}"), text("A person looks into it."));
    say("a ghost, please");
    provider.script(noted());
    for (int i = 0; i < 12; i++) {
      answers("Part " + i + "." + LONG, "Noted.");
      long tokens = provider.newest().path("input").toString().length() / 4;
      assertThat(tokens).isLessThan(2L * PROMPT_TOKENS);
    }
    RunningServer.until(() -> !provider.askedForSummaries().isEmpty());
    assertThat(entries()).contains("shortened");
    assertThat(provider.newest().toString())
        .doesNotContain("Part 0.")
        .contains("ghost", "not known yet", "function_call_output");
    assertThat(shop.ordered()).hasSize(1);
    goesOn();
  }

  private static Limits small() {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.modelCalls(),
        usual.callsPerReply(),
        usual.attempts(),
        usual.turn(),
        PROMPT_TOKENS,
        usual.tokensPerDay());
  }

  /// How many replies the model sees depends on what is left out.
  private static String[] noted() {
    List<String> turns = Collections.nCopies(30, text("Noted."));
    return turns.toArray(String[]::new);
  }
}
