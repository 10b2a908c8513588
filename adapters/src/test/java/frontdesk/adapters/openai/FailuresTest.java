package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.engine.HandTime;
import frontdesk.http.HttpHandler;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "429,rate_limit_exceeded,requests,RATE_LIMITED",
    "429,slow_down,requests,RATE_LIMITED",
    "429,credit_balance_exhausted,insufficient_quota,QUOTA",
    "429,organization_spend_limit_exceeded,insufficient_quota,QUOTA",
    "429,project_spend_limit_exceeded,insufficient_quota,QUOTA",
    "429,organization_usage_limit_exceeded,insufficient_quota,QUOTA",
    "429,insufficient_quota,insufficient_quota,QUOTA",
    "429,,insufficient_quota,QUOTA",
    "429,,tokens,RATE_LIMITED",
    "429,,,RATE_LIMITED",
    "402,,,QUOTA",
    "500,server_error,server_error,OVERLOADED",
    "502,,,OVERLOADED",
    "503,server_is_overloaded,,OVERLOADED",
    "529,,overloaded_error,OVERLOADED",
    "408,,,OVERLOADED",
    "409,,,OVERLOADED",
    "401,invalid_api_key,invalid_request_error,UNAUTHORISED",
    "401,,,UNAUTHORISED",
    "403,unsupported_country_region_territory,,UNAUTHORISED",
    "404,model_not_found,invalid_request_error,NO_SUCH_MODEL",
    "400,model_not_found,invalid_request_error,NO_SUCH_MODEL",
    "404,,,NO_SUCH_MODEL",
    "400,context_length_exceeded,invalid_request_error,CONTEXT_TOO_LONG",
    "400,,exceed_context_size_error,CONTEXT_TOO_LONG",
    "413,,,CONTEXT_TOO_LONG",
    "400,invalid_prompt,invalid_request_error,INVALID_REQUEST",
    "400,,invalid_request_error,INVALID_REQUEST",
    "422,,,INVALID_REQUEST",
    "301,,,INVALID_REQUEST"
  })
  void M01_M02_M14_M17_the_code_decides_then_the_type_then_the_status(
      int status, String code, String type, Kind kind) {
    String body =
        "{\"error\":{\"message\":\"secret\",\"type\":%s,\"param\":null,\"code\":%s}}"
            .formatted(text(type), text(code));
    ModelException failure = failure(Provider.json(status, body));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code == null ? "" : code);
    assertThat(failure).hasMessageContaining("HTTP " + status).hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({"model,NO_SUCH_MODEL", "input,INVALID_REQUEST"})
  void M17_a_404_that_names_something_else_than_the_model_says_nothing_about_the_model(
      String param, Kind kind) {
    String error = "{\"error\":{\"type\":\"invalid_request_error\",\"param\":\"" + param + "\"}}";
    assertThat(failure(Provider.json(404, error)).kind()).isEqualTo(kind);
  }

  @Test
  void an_error_names_what_an_operator_needs_and_none_of_the_providers_words() {
    Provider provider =
        Provider.json(
                400,
                """
                {"error":{"message":"Incorrect API key provided: sk-abc. Ann said hello",
                 "type":"invalid_request_error","param":"messages[3].content","code":"bad_value"}}
                """)
            .withHeader("x-request-id", "req_7");
    assertThat(failure(provider))
        .hasMessage(
            "HTTP 400, type invalid_request_error, code bad_value, param messages[3].content,"
                + " request req_7");
    assertThat(provider.closed).isTrue();
  }

  @Test
  void a_sentence_in_place_of_a_name_is_not_repeated() {
    Provider provider =
        Provider.json(400, "{\"error\":{\"code\":\"Ann said hello\",\"type\":\"a b\"}}");
    assertThat(failure(provider)).hasMessage("HTTP 400, type ***, code ***");
    assertThat(failure(Provider.json(400, "{\"error\":{\"code\":\"Ann said\"}}")).code())
        .isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>502 Bad Gateway</body></html>",
        "",
        "null",
        "[]",
        "{\"error\":",
        "{\"error\":\"overloaded\"}",
        "{\"error\":null}",
        "{\"detail\":[{\"msg\":\"x\"}]}"
      })
  void M02_a_body_that_is_no_error_leaves_the_status(String body) {
    assertThat(failure(Provider.page(502, body)).kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(failure(Provider.page(401, body)).kind()).isEqualTo(Kind.UNAUTHORISED);
  }

  @Test
  void M02_a_huge_error_page_leaves_the_status() {
    assertThat(failure(Provider.page(503, "x".repeat(1_000_000))).kind())
        .isEqualTo(Kind.OVERLOADED);
  }

  @Test
  void errors_in_other_forms_are_understood() {
    assertThat(failure(Provider.json(400, "[{\"error\":{\"code\":429}}]")).code()).isEqualTo("429");
    assertThat(failure(Provider.json(429, "{\"code\":\"slow_down\"}")).code())
        .isEqualTo("slow_down");
  }

  @Test
  void M14_servers_without_a_code_say_in_words_that_the_context_is_too_long() {
    String body =
        "{\"message\":\"This model's maximum context length is 8192 tokens.\",\"code\":400}";
    assertThat(failure(Provider.json(400, body)).kind()).isEqualTo(Kind.CONTEXT_TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "server_error,OVERLOADED",
    "rate_limit_exceeded,RATE_LIMITED",
    "credit_balance_exhausted,QUOTA",
    "context_length_exceeded,CONTEXT_TOO_LONG",
    "429,RATE_LIMITED",
    "something_else,BROKEN"
  })
  void M02_an_error_in_the_middle_of_a_stream_is_told_by_its_code(String code, Kind kind) {
    String error = "{\"code\":\"%s\",\"message\":\"secret\",\"param\":null}".formatted(code);
    String typed = "{\"type\":\"error\"," + error.substring(1);
    for (String event :
        new String[] {
          "event: error\ndata: " + typed,
          "event: error\ndata: " + error,
          "data: {\"type\":\"error\",\"error\":" + error + "}",
          "data: {\"error\":" + error + "}",
          "data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":"
              + error
              + "}}"
        }) {
      ModelException failure = failure(Provider.events(event + "\n\n"));
      assertThat(failure.kind()).as(event).isEqualTo(kind);
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).hasMessageNotContaining("secret");
    }
    Provider chat = Provider.events("data: {\"error\":" + error + "}\n\n");
    assertThat(failure(chat, Api.CHAT).kind()).isEqualTo(kind);
  }

  @Test
  void M02_a_whole_answer_may_tell_of_an_error_too() {
    String failed = "{\"status\":\"failed\",\"error\":{\"code\":\"server_error\"},\"output\":[]}";
    assertThat(failure(Provider.json(200, failed)).kind()).isEqualTo(Kind.OVERLOADED);
    String error = "{\"error\":{\"code\":429,\"message\":\"x\"}}";
    assertThat(failure(Provider.json(200, error), Api.CHAT).kind()).isEqualTo(Kind.RATE_LIMITED);
  }

  @Test
  void M03_no_connection_in_time_is_a_timeout() {
    assertThat(thrown(new HttpConnectTimeoutException("HTTP connect timed out")))
        .isEqualTo(Kind.TIMEOUT);
    assertThat(thrown(new HttpTimeoutException("request timed out"))).isEqualTo(Kind.TIMEOUT);
  }

  @Test
  void nobody_there_is_as_good_as_overloaded_and_a_broken_connection_is_broken() {
    assertThat(thrown(new ConnectException("Connection refused"))).isEqualTo(Kind.OVERLOADED);
    assertThat(thrown(new IOException("Connection reset"))).isEqualTo(Kind.BROKEN);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M03_a_deadline_that_has_passed_asks_nothing(Api api) {
    Provider provider = Provider.json(200, "{}");
    provider.time.pass(Duration.ofSeconds(61));
    assertThat(failure(provider, api).kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(provider.asked).isEmpty();
  }

  private static Kind thrown(IOException failure) {
    HttpHandler broken =
        _ -> {
          throw new UncheckedIOException(failure);
        };
    var model = new OpenAi(broken, Requests.settings(Api.RESPONSES, true), new HandTime());
    return catchThrowableOfType(ModelException.class, () -> model.reply(Provider.HELLO, _ -> {}))
        .kind();
  }

  private static ModelException failure(Provider provider) {
    return failure(provider, Api.RESPONSES);
  }

  private static ModelException failure(Provider provider, Api api) {
    return catchThrowableOfType(ModelException.class, () -> provider.reply(api));
  }

  private static String text(String value) {
    return value == null ? "null" : "\"" + value + "\"";
  }
}
