package frontdesk.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.responses.ResponseCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The stand-in's errors are the official SDK's exceptions.
class OfficialErrorsTest {
  private final OpenAiDesk desk = new OpenAiDesk();
  private final OpenAIClient client = desk.client();

  @AfterEach
  void close() {
    client.close();
    desk.close();
  }

  private static ResponseCreateParams.Builder ask() {
    return ResponseCreateParams.builder().model(OpenAiDesk.MODEL).input("hello").store(false);
  }

  private <E extends OpenAIServiceException> E refused(Class<E> type, ResponseCreateParams params) {
    return catchThrowableOfType(type, () -> client.responses().create(params));
  }

  @Test
  void M17_a_wrong_key_is_unauthorized() {
    OpenAIClient stranger = desk.client("sk-wrong-key");
    var refused =
        catchThrowableOfType(
            UnauthorizedException.class, () -> stranger.responses().create(ask().build()));
    stranger.close();
    assertThat(refused.code()).contains("invalid_api_key");
  }

  @Test
  void M17_a_retired_model_is_not_found() {
    var refused = refused(NotFoundException.class, ask().model("gpt-4-turbo").build());
    assertThat(refused.code()).contains("model_not_found");
  }

  @Test
  void M01_a_rate_limit_and_a_quota_are_told_apart_by_code() {
    desk.fault("error:rate_limit_exceeded");
    var limited = refused(RateLimitException.class, ask().build());
    assertThat(limited.code()).contains("rate_limit_exceeded");
    assertThat(limited.headers().values("Retry-After")).containsExactly("1");

    desk.fault("error:credit_balance_exhausted");
    var quota = refused(RateLimitException.class, ask().build());
    assertThat(quota.code()).contains("credit_balance_exhausted");
    assertThat(quota.type()).contains("insufficient_quota");
  }

  @Test
  void M02_a_broken_provider_is_a_server_error() {
    desk.fault("status:500");
    assertThat(refused(InternalServerException.class, ask().build()).statusCode()).isEqualTo(500);
    desk.fault("status:502");
    assertThat(refused(InternalServerException.class, ask().build()).statusCode()).isEqualTo(502);
  }

  @Test
  void a_wrong_request_is_bad_and_names_its_parameter() {
    var refused = refused(BadRequestException.class, ask().maxOutputTokens(3L).build());
    assertThat(refused.param()).contains("max_output_tokens");
    assertThat(refused.code()).contains("integer_below_min_value");
  }

  @Test
  void a_dropped_connection_is_no_answer() {
    desk.fault("drop_after");
    assertThat(
            catchThrowableOfType(
                OpenAIIoException.class, () -> client.responses().create(ask().build())))
        .isNotNull();
  }

  @Test
  void models_are_listed_and_found() {
    assertThat(client.models().list().data()).hasSizeGreaterThan(5);
    assertThat(client.models().retrieve("gpt-5.1").validate().id()).isEqualTo("gpt-5.1");
  }
}
