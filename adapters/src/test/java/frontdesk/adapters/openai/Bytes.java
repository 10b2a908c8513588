package frontdesk.adapters.openai;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.model.ModelRequest;
import java.nio.charset.StandardCharsets;

/// What is sent for a request.
final class Bytes {
  private Bytes() {}

  static String of(Api api, ModelRequest request) {
    Dialect dialect = Dialect.of(Requests.settings(api, true));
    return new String(dialect.request(request, Requests.MODEL, true), StandardCharsets.UTF_8);
  }
}
