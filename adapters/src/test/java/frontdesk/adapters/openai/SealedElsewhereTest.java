package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.conversation.Usage;
import frontdesk.engine.HandTime;
import frontdesk.http.Request;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// A history whose items another account of the same provider has sealed.
class SealedElsewhereTest {
  private static final String REFUSAL =
      """
      {"error":{"type":"invalid_request_error","code":"invalid_encrypted_content","param":"input"}}
      """;
  private static final ModelRequest REQUEST = request(List.of(thought(), said()));

  private final List<String> asked = new ArrayList<>();

  @Test
  void what_cannot_be_unsealed_is_told_anew_once() {
    assertThat(model().reply(REQUEST, _ -> {}).text()).isEqualTo("Hi");
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst()).contains("sealed");
    assertThat(asked.getLast())
        .doesNotContain("sealed")
        .contains("{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"Nine.\"}");
  }

  @Test
  void without_items_it_is_not_asked_again() {
    assertThat(refused(request(List.of())).kind()).isEqualTo(Kind.INVALID_REQUEST);
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_refusal_that_stays_is_not_asked_a_third_time() {
    assertThat(refused(REQUEST).kind()).isEqualTo(Kind.INVALID_REQUEST);
    assertThat(asked).hasSize(2);
  }

  private OpenAi model() {
    return asked(
        body ->
            body.contains("sealed")
                ? Provider.json(400, REFUSAL)
                : Provider.json(200, "{\"status\":\"completed\",\"output\":[" + hi() + "]}"));
  }

  private ModelException refused(ModelRequest request) {
    OpenAi refusing = asked(_ -> Provider.json(400, REFUSAL));
    return catchThrowableOfType(ModelException.class, () -> refusing.reply(request, _ -> {}));
  }

  private OpenAi asked(Function<String, Provider> answers) {
    return new OpenAi(
        request -> answers.apply(kept(request)).handle(request),
        Requests.settings(Api.RESPONSES, false),
        new HandTime());
  }

  private String kept(Request request) {
    String body = new String(request.body().bytes(1_000_000), StandardCharsets.UTF_8);
    asked.add(body);
    return body;
  }

  private static ModelRequest request(List<Json> items) {
    var made = new Made("openai:gpt-6-luna", false, items, Usage.NONE);
    return Requests.of(
        new Customer("When?"),
        new Assistant("Nine.", List.of(), List.of(), made),
        new Customer("Good"));
  }

  private static Json thought() {
    return new Json("{\"type\":\"reasoning\",\"id\":\"rs_1\",\"encrypted_content\":\"sealed\"}");
  }

  private static Json said() {
    return new Json(
        "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":[]}");
  }

  private static String hi() {
    return "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}";
  }
}
