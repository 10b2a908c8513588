package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// M17: a key or a model that is not taken any more.
class RetiredModelTest extends OnTheWire {

  @ParameterizedTest
  @CsvSource({
    "invalid_api_key, UNAUTHORISED",
    "unsupported_country_region_territory, UNAUTHORISED",
    "model_not_found, NO_SUCH_MODEL"
  })
  void M17_fifty_turns_ask_once_and_all_are_told_and_the_operator_too(String code, String kind) {
    open();
    provider.fault(1, "error:" + code);
    for (int i = 0; i < 50; i++) {
      assertThat(apologises("my parcel " + i)).isEqualTo("Sorry, something went wrong");
    }
    assertThat(provider.asked()).hasSize(1);
    assertThat(ready().path("status").asString("")).isEqualTo("degraded");
    assertThat(ready().path("problems").path("model").asString("")).contains(code);
    assertThat(errors().lines()).hasSize(1);
    assertThat(errors()).contains(kind, "code " + code).doesNotContain("parcel", KEY);
    assertThat(metrics())
        .contains("frontdesk_model_failures_total{kind=\"" + kind + "\"} 1.0")
        .contains("frontdesk_turns_total{channel=\"rest\",result=\"failed\"} 50.0");

    time.skip(Duration.ofSeconds(61));
    goesOn();
    assertThat(ready().path("status").asString("")).isEqualTo("ready");
  }

  @Test
  void M17_a_key_that_stays_wrong_is_tried_less_and_less_often() {
    with("OPENAI_API_KEY", "sk-wrong-0123456789");
    open();
    for (int minute = 0; minute < 10; minute++) {
      for (int i = 0; i < 5; i++) apologises("hi");
      time.skip(Duration.ofSeconds(61));
    }
    assertThat(provider.asked()).hasSizeBetween(2, 5);
    assertThat(errors()).contains("invalid_api_key").doesNotContain("sk-wrong");
  }

  @Test
  void M17_a_model_that_is_gone_is_answered_for_by_the_fallback() {
    open(Limits.DEFAULT, "{name: \"openai:gpt-4-turbo\", fallback: \"openai:gpt-4.1\"}");
    provider.script(text("Hello."), text("And again."));
    answers("hi", "Hello.");
    answers("hi again", "And again.");
    assertThat(provider.asked()).hasSize(3);
    assertThat(ready().path("problems").path("model").asString("")).contains("model_not_found");
    goesOn();
  }
}
