package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that have the provider's API, but not all of it, and models whose names say nothing.
class CompatibleServerTest extends OnTheWire {
  private static final String CARD = "{\"item\": \"cup\", \"quantity\": 1}";

  @ParameterizedTest
  @CsvSource({"responses,true", "responses,false", "chat,true", "chat,false"})
  void a_server_that_does_not_know_what_only_openai_knows_answers(String api, boolean stream) {
    with("OPENAI_API", api);
    open(Limits.DEFAULT, "{name: openai, stream: " + stream + "}");
    provider.unknown("prompt_cache_key", "safety_identifier");
    provider.script(call("order", CARD), text("It is ordered."));
    answers("a cup, please", "It is ordered.");
    assertThat(errors()).isEmpty();
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thoughts_of_a_model_that_nobody_knew_to_have_any_are_told_anew(boolean stream) {
    open(Limits.DEFAULT, "{name: \"openai:support-prod\", stream: " + stream + "}");
    provider.script(call("order", CARD), text("It is ordered."));
    answers("a cup, please", "It is ordered.");
    goesOn();
    assertThat(types()).contains("function_call").doesNotContain("reasoning");
    assertThat(errors()).isEmpty();
    assertThat(ready().path("status").asString("")).isEqualTo("ready");
  }

  @Test
  void thoughts_that_were_sealed_are_sent_back() {
    open();
    provider.script(call("order", CARD), text("It is ordered."));
    answers("a cup, please", "It is ordered.");
    goesOn();
    assertThat(types()).contains("function_call", "reasoning");
  }

  @Test
  void thoughts_that_another_account_has_sealed_are_told_anew_and_the_customer_sees_nothing() {
    open();
    provider.script(call("order", CARD), text("It is ordered."));
    answers("a cup, please", "It is ordered.");
    provider.fault(1, "error:invalid_encrypted_content");
    goesOn();
    assertThat(provider.asked()).hasSize(4);
    assertThat(types()).contains("function_call").doesNotContain("reasoning");
    assertThat(errors()).isEmpty();
  }

  private List<String> types() {
    return provider
        .newest()
        .path("input")
        .valueStream()
        .map(item -> item.path("type").asString(""))
        .toList();
  }
}
