package frontdesk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @Test
  void nothing_takes_no_tokens() {
    assertThat(Tokens.estimate("")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "abc", "abcd", "é", "สวัสดีครับ", "👍🏽 ok"})
  void a_text_takes_a_third_of_its_bytes_rounded_up(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    assertThat(Tokens.estimate(text)).isEqualTo((bytes + 2) / 3);
  }
}
