package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.http.Headers;
import frontdesk.model.ModelException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after|7|PT7S",
        "retry-after|0.5|PT0.5S",
        "retry-after|Sat, 21 Nov 2026 12:01:00 GMT|PT1M",
        "retry-after|Sat, 21 Nov 2026 11:00:00 GMT|PT0S",
        "retry-after|99999999|PT24H",
        "retry-after-ms|250|PT0.25S",
        "x-ratelimit-reset-requests|1s|PT1S",
        "x-ratelimit-reset-tokens|6m0s|PT6M",
        "x-ratelimit-reset-tokens|1h2m3.5s|PT1H2M3.5S",
        "x-ratelimit-reset-requests|120ms|PT0.12S",
        "x-ratelimit-reset|30|PT30S",
        "x-ratelimit-reset|1795262430|PT30S",
        "x-ratelimit-reset|1795262430000|PT30S"
      })
  void M01_each_way_to_say_how_long_is_understood(String name, String value, Duration wait) {
    assertThat(wait(Headers.of(name, value))).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "NaN", "5 minutes"})
  void M01_what_is_not_understood_says_nothing(String value) {
    assertThat(wait(Headers.of("retry-after", value))).isEmpty();
    assertThat(wait(Headers.of("x-ratelimit-reset-tokens", value))).isEmpty();
  }

  @Test
  void M01_the_most_precise_word_counts() {
    Headers headers = Headers.of("retry-after", "9").with("x-ratelimit-reset-tokens", "1m");
    assertThat(wait(headers)).contains(Duration.ofSeconds(9));
    assertThat(wait(headers.with("retry-after-ms", "80"))).contains(Duration.ofMillis(80));
  }

  @Test
  void M01_an_allowance_that_is_left_is_not_waited_for() {
    Headers headers =
        Headers.of("x-ratelimit-reset-tokens", "6m")
            .with("x-ratelimit-remaining-tokens", "1000")
            .with("x-ratelimit-reset-requests", "2s")
            .with("x-ratelimit-remaining-requests", "0");
    assertThat(wait(headers)).contains(Duration.ofSeconds(2));
  }

  @Test
  void a_reset_of_an_allowance_says_nothing_about_other_failures() {
    Headers headers = Headers.of("x-ratelimit-reset-tokens", "6m");
    assertThat(RetryAfter.of(headers, Kind.OVERLOADED, NOW)).isEmpty();
  }

  @Test
  void M01_a_date_is_counted_from_the_servers_own() {
    Headers headers =
        Headers.of("retry-after", "Sat, 21 Nov 2026 12:01:00 GMT")
            .with("date", "Sat, 21 Nov 2026 12:00:50 GMT");
    assertThat(wait(headers)).contains(Duration.ofSeconds(10));
  }

  private static Optional<Duration> wait(Headers headers) {
    return RetryAfter.of(headers, Kind.RATE_LIMITED, NOW);
  }
}
