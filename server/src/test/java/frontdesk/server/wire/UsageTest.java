package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.server.RunningServer;
import frontdesk.server.Shell;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// M18, and what an operator sees of what models took.
class UsageTest extends OnTheWire {
  private static final int TOKENS_PER_DAY = 3_000;

  @ParameterizedTest
  @CsvSource({
    "missing, responses, true",
    "missing, responses, false",
    "missing, chat, true",
    "missing, chat, false",
    "absurd, responses, true",
    "absurd, responses, false",
    "absurd, chat, true",
    "absurd, chat, false"
  })
  void M18_what_was_not_counted_or_absurdly_is_estimated(String usage, String api, boolean stream) {
    with("OPENAI_API", api);
    open(Limits.DEFAULT, "{name: openai, stream: " + stream + "}");
    provider.script(text("Hello to you.", "\"usage\": \"" + usage + "\""));
    answers("hi", "Hello to you.");
    JsonNode shown = shown().path("usage");
    assertThat(shown.path("input_tokens").asLong(0)).isBetween(10L, 10_000L);
    assertThat(shown.path("output_tokens").asLong(0)).isBetween(1L, 200L);
    assertThat(shown.path("cached_tokens").asLong(-1)).isBetween(0L, 10_000L);
    assertThat(shown.path("tokens_that_day").asLong(0)).isBetween(11L, 10_200L);
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "missing", "absurd"})
  void M18_the_days_budget_holds_whatever_is_counted(String usage) {
    Limits most = Limits.DEFAULT;
    open(
        new Limits(
            most.modelCalls(),
            most.callsPerReply(),
            most.attempts(),
            most.turn(),
            most.promptTokens(),
            TOKENS_PER_DAY));
    String turn = text("Hello to you.", "\"usage\": \"" + usage + "\"");
    provider.script(Collections.nCopies(100, turn).toArray(String[]::new));
    int turns = 0;
    while (say("hi").status() == 200) assertThat(++turns).isLessThan(50);
    assertThat(turns).isGreaterThan(1);
    int asked = provider.asked().size();
    assertThat(apologises("hi?")).isNotBlank();
    assertThat(provider.asked()).hasSize(asked);
    assertThat(entries()).contains("person_wanted");
    assertThat(shown().toString()).contains("limits.tokens_per_day");
  }

  @Test
  void what_a_conversation_took_and_costs_is_shown_to_operators() {
    open(
        Limits.DEFAULT, "{name: openai, prices: {input: 500000, cached: 250000, output: 1000000}}");
    provider.script(text("Hello."), text("Again."));
    answers("hi", "Hello.");
    answers("hi again", "Again.");
    JsonNode usage = shown().path("usage");
    long cached = usage.path("cached_tokens").asLong(0);
    long fresh = usage.path("input_tokens").asLong(0) - cached;
    BigDecimal cost =
        BigDecimal.valueOf(fresh)
            .add(BigDecimal.valueOf(cached).divide(BigDecimal.TWO))
            .add(BigDecimal.valueOf(2 * usage.path("output_tokens").asLong(0)))
            .divide(BigDecimal.TWO);
    assertThat(fresh).isPositive();
    assertThat(new BigDecimal(usage.path("cost").asString(""))).isEqualByComparingTo(cost);

    var ran =
        new Shell()
            .with("FRONTDESK_KEY", RunningServer.OPERATOR)
            .run("ops", "show", "rest:shop:" + id(), "--server", server().url());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("\"input_tokens\"", "\"cost\"", "gpt-6-luna");
  }

  @Test
  void without_prices_no_cost_is_made_up() {
    open();
    provider.script(text("Hello."));
    answers("hi", "Hello.");
    assertThat(shown().path("usage").has("cost")).isFalse();
  }

  @Test
  void tokens_are_counted_for_each_model_and_kind() {
    open();
    provider.script(text("Hello."));
    answers("hi", "Hello.");
    JsonNode usage = shown().path("usage");
    assertThat(metrics())
        .contains(
            "frontdesk_model_tokens_total{kind=\"input\",model=\"openai:gpt-6-luna@"
                + URI.create(provider.url()).getAuthority()
                + "\"} "
                + usage.path("input_tokens").asDouble(0))
        .contains("kind=\"output\"", "kind=\"cached\"", "kind=\"reasoning\"");
  }
}
