package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiModels.Known;
import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.engine.Deadline;
import frontdesk.http.HttpHandler;
import frontdesk.http.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiModelsTest {
  private static final OpenAiSettings SETTINGS =
      new OpenAiSettings(
          URI.create("https://api.openai.com/v1"),
          Api.RESPONSES,
          "gpt-6-luna",
          Optional.of(new Secret("sk-1")),
          Optional.of("org-1"),
          Optional.of("proj-1"),
          OpenAiSettings.Stream.ALWAYS);

  @Test
  void M17_a_model_that_will_be_shut_down_says_when() {
    Provider provider = Provider.json(200, "{\"id\":\"gpt-5\",\"shutdown_date\":\"2026-12-11\"}");
    assertThat(find(provider)).isEqualTo(new Known.Exists(Optional.of(LocalDate.of(2026, 12, 11))));
    var asked = provider.asked.getFirst();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.path()).isEqualTo("/models/gpt-5");
    assertThat(asked.headers().only("authorization")).contains("Bearer sk-1");
    assertThat(asked.headers().only("openai-organization")).contains("org-1");
    assertThat(asked.headers().only("openai-project")).contains("proj-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"gpt-5\",\"shutdown_date\":null}",
        "{\"id\":\"gpt-5\"}",
        "{\"id\":\"gpt-5\",\"shutdown_date\":\"soon\"}"
      })
  void a_model_may_have_no_date(String body) {
    assertThat(find(Provider.json(200, body))).isEqualTo(new Known.Exists(Optional.empty()));
  }

  @Test
  void M17_a_retired_model_a_wrong_key_and_one_that_may_not_ask_this_are_told_apart() {
    String error = "{\"error\":{\"code\":\"%s\",\"type\":\"invalid_request_error\"}}";
    assertThat(find(Provider.json(404, error.formatted("model_not_found"))))
        .isEqualTo(new Known.NoSuchModel());
    assertThat(find(Provider.json(401, error.formatted("invalid_api_key"))))
        .isEqualTo(new Known.Unauthorised());
    assertThat(find(Provider.json(403, ""))).isEqualTo(new Known.CannotTell("HTTP 403"));
  }

  @Test
  void a_server_that_does_not_know_the_question_cannot_tell() {
    assertThat(find(Provider.json(404, "{\"detail\":\"Not Found\"}")))
        .isEqualTo(new Known.CannotTell("HTTP 404"));
    assertThat(find(Provider.json(500, ""))).isEqualTo(new Known.CannotTell("HTTP 500"));
    assertThat(find(Provider.page(200, "<html>"))).isInstanceOf(Known.CannotTell.class);
    assertThat(find(Provider.json(200, "{}"))).isInstanceOf(Known.CannotTell.class);
    assertThat(find(Provider.json(200, "x".repeat(100_000)))).isInstanceOf(Known.CannotTell.class);
  }

  @Test
  void a_server_that_is_not_there_is_told_apart_from_one_that_cannot_tell() {
    assertThat(
            find(
                _ -> {
                  throw new UncheckedIOException(new IOException("refused"));
                }))
        .isEqualTo(new Known.NoAnswer());
  }

  private static Known find(HttpHandler http) {
    return new OpenAiModels(http, SETTINGS).find("gpt-5", new Deadline(0));
  }
}
