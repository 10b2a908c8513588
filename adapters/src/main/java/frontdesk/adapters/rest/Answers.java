package frontdesk.adapters.rest;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import tools.jackson.databind.node.ObjectNode;

/// The API's answers other than content.
final class Answers {
  private Answers() {}

  /// `{"detail"}`, as every error but those of a field.
  static Response detail(int status, String detail) {
    return Response.json(status, Jsons.json(Jsons.object().put("detail", detail)));
  }

  /// 400 `{"field":["problem"]}`.
  static Response field(String field, String problem) {
    ObjectNode body = Jsons.object();
    body.putArray(field).add(problem);
    return Response.json(400, Jsons.json(body));
  }

  static Response notFound() {
    return detail(404, "Conversation not found");
  }

  static Response unauthorised() {
    return detail(401, "Send a valid key: Authorization: Bearer KEY")
        .withHeader("WWW-Authenticate", "Bearer");
  }

  /// 503, and when to come again.
  static Response later(String detail, long seconds) {
    return detail(503, detail).withHeader("Retry-After", Long.toString(seconds));
  }
}
