package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// M01, M02: a provider that has no time, no funds or no strength.
class BusyProviderTest extends OnTheWire {
  private static final Limits SECOND = turnOf(Duration.ofSeconds(1));

  @Test
  void M01_a_rate_limit_is_waited_for_as_long_as_the_provider_says() {
    open();
    provider.script(text("Hello."));
    provider.fault(1, "error:rate_limit_exceeded"); // Retry-After: 1
    long before = System.nanoTime();
    answers("hi", "Hello.");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(990));
    assertThat(provider.asked()).hasSize(2);
    assertThat(provider.asked().get(1)).isEqualTo(provider.asked().get(0));
    assertThat(errors()).contains("RATE_LIMITED", "code rate_limit_exceeded");
    assertThat(metrics()).contains("frontdesk_model_failures_total{kind=\"RATE_LIMITED\"} 1.0");
    assertThat(ready().path("status").asString("")).isEqualTo("ready");
    goesOn();
  }

  @Test
  void M01_a_wait_that_outlasts_the_turn_is_not_begun() {
    open(SECOND);
    provider.fault(1, "error:rate_limit_exceeded");
    assertThat(apologises("hi")).contains("please try again");
    assertThat(provider.asked()).hasSize(1);
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient_quota",
        "credit_balance_exhausted",
        "project_spend_limit_exceeded",
        "organization_usage_limit_exceeded"
      })
  void M01_an_account_without_funds_is_asked_once_and_the_customer_is_not_sent_around(String code) {
    open();
    provider.fault(1, "error:" + code);
    assertThat(apologises("hi")).isEqualTo("Sorry, something went wrong");
    apologises("hello?");
    assertThat(provider.asked()).hasSize(1);
    assertThat(ready().path("status").asString("")).isEqualTo("degraded");
    assertThat(ready().path("problems").path("model").asString("")).contains(code);
    assertThat(errors()).contains("QUOTA", "code " + code, "not asked for a while");
    time.skip(Duration.ofSeconds(61));
    goesOn();
    assertThat(ready().path("status").asString("")).isEqualTo("ready");
  }

  @Test
  void M01_without_funds_the_fallback_answers_and_the_account_is_not_asked_again() {
    open(Limits.DEFAULT, "{name: openai, fallback: \"openai:gpt-4.1\"}");
    provider.script(text("Hello."), text("And again."));
    provider.fault(1, "error:insufficient_quota");
    answers("hi", "Hello.");
    answers("hi again", "And again.");
    assertThat(models()).containsExactly("gpt-6-luna", "gpt-4.1", "gpt-4.1");
    assertThat(ready().path("status").asString("")).isEqualTo("degraded");
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status:500",
        "error:bad_gateway",
        "error:server_is_overloaded",
        "error:gateway_timeout",
        "error:overloaded",
        "drop_before",
        "drop_after",
        "garbage"
      })
  void M02_what_passes_by_itself_is_asked_again_and_the_customer_sees_nothing_of_it(
      String trouble) {
    open();
    provider.script(text("Hello."));
    provider.fault(2, trouble);
    answers("hi", "Hello.");
    assertThat(provider.asked()).hasSize(3);
    assertThat(messages()).containsExactly("user: hi", "assistant: Hello.");
    goesOn();
  }

  @Test
  void M02_a_provider_that_stays_down_is_left_in_peace_and_the_customer_gets_a_sentence() {
    open(SECOND);
    provider.fault(100, "error:server_is_overloaded");
    for (int i = 0; i < 8; i++) assertThat(apologises("hi " + i)).contains("please try again");
    // Ten failures in a row open the circuit.
    assertThat(provider.asked()).hasSize(10);
    assertThat(ready().path("status").asString("")).isEqualTo("degraded");
    assertThat(errors().lines()).hasSize(10);
    assertThat(errors()).doesNotContain("hi 0", KEY);
  }

  @Test
  void M02_a_fallback_answers_for_a_provider_that_is_down() {
    open(turnOf(Duration.ofSeconds(3)), "{name: openai, fallback: \"openai:gpt-4.1\"}");
    provider.script(text("Hello."));
    provider.down("gpt-6-luna");
    answers("hi", "Hello.");
    assertThat(models()).last().isEqualTo("gpt-4.1");
    assertThat(models().stream().filter("gpt-4.1"::equals)).hasSize(1);
    goesOn();
  }

  @Test
  void M02_form_mode_goes_on_with_the_facts_where_the_agent_allows_it_and_says_so()
      throws IOException {
    Path agent = Files.createDirectories(data.resolve("agent"));
    Files.writeString(agent.resolve("instructions.md"), "Be kind.");
    Files.writeString(
        agent.resolve("agent.yaml"),
        """
        name: forms
        function: customer_support
        public: true
        guided_when_down: true
        facts:
          type: object
          required: [email]
          properties: {email: {type: string, format: email}}
        """);
    openAsConfigured("openai\nagents: [" + agent + "]");
    provider.fault(1, "error:insufficient_quota");
    String first = say("hello").botMessage();
    assertThat(first).startsWith("I'm working in a simpler mode").contains("What is your email?");
    String second = say("it is ann@example.com").botMessage();
    assertThat(second).isNotBlank().doesNotContain("simpler mode");
    JsonNode facts = api().read(id()).json().path("facts");
    assertThat(facts.path("email").asString("")).isEqualTo("ann@example.com");
    assertThat(provider.asked()).hasSize(1);
    time.skip(Duration.ofSeconds(61));
  }

  private List<String> models() {
    return provider.asked().stream().map(body -> body.path("model").asString("")).toList();
  }
}
