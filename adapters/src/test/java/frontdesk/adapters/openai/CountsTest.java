package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "{\"prompt_tokens\":-1,\"completion_tokens\":-1}",
        "{\"prompt_tokens\":1e308,\"completion_tokens\":\"many\"}",
        "{\"prompt_tokens\":99999999999999999999,\"completion_tokens\":9007199254740993}",
        "{\"prompt_tokens\":500000000,\"completion_tokens\":500000000}",
        "{\"prompt_tokens_details\":{\"cached_tokens\":7},\"completion_tokens\":null}"
      })
  void M18_tokens_that_are_missing_or_absurd_are_estimated(String usage) {
    String body =
        "{\"choices\":[{\"message\":{\"content\":\"123456789\"}}],\"usage\":" + usage + "}";
    Provider provider = Provider.json(200, body);
    Usage counted = provider.reply(Api.CHAT).made().usage();
    assertThat(counted.input()).isEqualTo((provider.bodies.getFirst().length + 2) / 3);
    assertThat(counted.output()).isEqualTo(3);
  }

  @Test
  void M18_a_part_is_never_more_than_the_whole() {
    String body =
        """
        {"choices":[{"message":{"content":"Hi"}}],"usage":{"prompt_tokens":100,"completion_tokens":9,
         "prompt_tokens_details":{"cached_tokens":900},
         "completion_tokens_details":{"reasoning_tokens":90}}}
        """;
    assertThat(Provider.json(200, body).reply(Api.CHAT).made().usage())
        .isEqualTo(new Usage(100, 100, 9, 9));
  }

  @Test
  void M18_thoughts_that_nobody_sees_are_counted() {
    String body =
        "{\"choices\":[{\"message\":{\"content\":\"Hi\"}}],"
            + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":4000}}";
    assertThat(Provider.json(200, body).reply(Api.CHAT).made().usage().output()).isEqualTo(4_000);
  }
}
