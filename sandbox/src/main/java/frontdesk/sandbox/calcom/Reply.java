package frontdesk.sandbox.calcom;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What was done, in the provider's envelope.
///
/// @param pagination of a list
record Reply(int status, JsonNode data, Optional<ObjectNode> pagination) {

  static Reply ok(JsonNode data) {
    return new Reply(200, data, Optional.empty());
  }

  static Reply created(JsonNode data) {
    return new Reply(201, data, Optional.empty());
  }

  Response response() {
    ObjectNode body = Jsons.object().put("status", "success");
    body.set("data", data);
    pagination.ifPresent(pages -> body.set("pagination", pages));
    return Response.json(status, Jsons.json(body));
  }
}
