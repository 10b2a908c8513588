package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.json.Jsons;
import frontdesk.model.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a provider is told about who speaks.
class IdentityTest {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String KEY = "sk-1";
  private static final ModelRequest REQUEST = Provider.HELLO;

  @ParameterizedTest
  @ValueSource(strings = {OPENAI, "https://eu.api.openai.com/v1", "https://API.OPENAI.COM:443/v1"})
  void openai_is_told_which_requests_belong_together(String url) {
    for (Api api : Api.values()) {
      JsonNode sent = sent(url, KEY, api);
      assertThat(sent.path("prompt_cache_key").asString("")).matches("[0-9a-f]{32}");
      assertThat(sent.path("safety_identifier").asString("")).matches("[0-9a-f]{64}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.groq.com/openai/v1",
        "https://shop.openai.azure.com/openai/v1",
        "https://api.openai.com.example.org/v1",
        "https://notapi.openai.com/v1",
        "http://127.0.0.1:8090/v1"
      })
  void no_other_server_gets_a_field_that_it_may_not_know(String url) {
    for (Api api : Api.values()) {
      assertThat(sent(url, KEY, api).propertyNames())
          .doesNotContain("prompt_cache_key", "safety_identifier");
    }
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void the_name_of_a_conversation_cannot_be_found_by_trying(Api api)
      throws NoSuchAlgorithmException {
    byte[] conversation = REQUEST.conversation().getBytes(StandardCharsets.UTF_8);
    String plain =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(conversation));
    String told = name(sent(OPENAI, KEY, api));
    assertThat(told).isNotEqualTo(plain);
    assertThat(told).as("it depends on a secret").isNotEqualTo(name(sent(OPENAI, "sk-2", api)));
    assertThat(told).as("it stays the same").isEqualTo(name(sent(OPENAI, KEY, api)));
  }

  @Test
  void without_a_key_nothing_is_told() {
    assertThat(sent(OPENAI, "", Api.CHAT).has("safety_identifier")).isFalse();
  }

  private static String name(JsonNode sent) {
    return sent.path("safety_identifier").asString("");
  }

  private static JsonNode sent(String url, String key, Api api) {
    Dialect dialect = Dialect.of(Requests.settings(url, key, api, true));
    byte[] body = dialect.request(REQUEST, Requests.MODEL, true);
    return Jsons.parse(new String(body, StandardCharsets.UTF_8));
  }
}
