package frontdesk.server.proof;

import frontdesk.json.Jsons;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// What came back.
///
/// @param retryAfter as the server said; zero when it did not
record Answer(int status, String body, Duration retryAfter) {
  static final int BYTES_MAX = 1 << 20;

  /// The server did not do it, or does not know yet, and it may be asked for again.
  boolean mayComeLater() {
    return status == 429 || status == 500 || status == 503;
  }

  JsonNode json() {
    return Jsons.parseObject(body);
  }

  String field(String name) {
    return json().path(name).asString("");
  }

  @Override
  public String toString() {
    return status + " " + body.replace("\n", "\\n");
  }
}
