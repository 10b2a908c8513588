package frontdesk.sandbox.openai;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import tools.jackson.databind.node.ObjectNode;

/// An error as the provider words it. Empty `code` and `param` are null on the wire.
record Failure(int status, String type, String code, String param, String message) {
  static final String INVALID = "invalid_request_error";

  Response response() {
    Response response = Response.json(status, Jsons.json(body()));
    return status == 429 && !type.equals("insufficient_quota")
        ? response.withHeader("Retry-After", "1")
        : response;
  }

  ObjectNode body() {
    ObjectNode error = Jsons.object().put("message", message).put("type", type);
    orNull(error, "param", param);
    orNull(error, "code", code);
    ObjectNode body = Jsons.object();
    body.set("error", error);
    return body;
  }

  private static void orNull(ObjectNode node, String name, String text) {
    if (text.isEmpty()) node.putNull(name);
    else node.put(name, text);
  }
}
