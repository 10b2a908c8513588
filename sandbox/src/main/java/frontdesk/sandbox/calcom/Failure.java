package frontdesk.sandbox.calcom;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// An error as the provider words it; its code is the name of an exception.
record Failure(int status, String message) {
  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Payload Too Large"),
          Map.entry(422, "Unprocessable Entity"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  /// The body of the answer.
  ///
  /// @param path with its query, as it was asked
  Response response(Instant at, String path) {
    ObjectNode body = Jsons.object().put("status", "error");
    body.put("timestamp", Times.utc(at)).put("path", path);
    ObjectNode error = body.putObject("error").put("code", code()).put("message", message);
    error
        .putObject("details")
        .put("message", message)
        .put("error", PHRASES.getOrDefault(status, "Error"))
        .put("statusCode", status);
    return Response.json(status, Jsons.json(body));
  }

  private String code() {
    if (status == 429) return "ThrottlerException";
    String name = PHRASES.getOrDefault(status, "Http").replace(" ", "");
    return name + "Exception";
  }
}
