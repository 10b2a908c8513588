package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.server.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `chat` without a server, with a model of a provider.
class ChatOnTheWireTest {
  @TempDir Path data;

  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void M17_a_wrong_key_is_an_alarm_and_a_line_of_the_error_log_in_a_chat_too() throws IOException {
    var ran =
        new Shell()
            .with("OPENAI_BASE_URL", provider.url())
            .with("OPENAI_API_KEY", "sk-wrong-0123456789")
            .run("chat", "support", "--data", data.toString(), "--message", "my parcel");
    assertThat(ran.err()).contains("the model's provider is not asked for a while: UNAUTHORISED");
    assertThat(Files.readString(data.resolve("openai_api_errors.log")))
        .contains("UNAUTHORISED", "invalid_api_key")
        .doesNotContain("parcel", "sk-wrong");
  }
}
