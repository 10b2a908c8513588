package frontdesk.adapters.calcom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/// Reads what an answer must have.
///
/// @param asked names the request, for the error
record Shape(String asked, JsonNode node) {

  String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isString() || value.asString().isEmpty()) throw wrong();
    return value.asString();
  }

  int whole(String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) throw wrong();
    return value.asInt();
  }

  Instant time(String name) {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeException e) {
      throw wrong();
    }
  }

  CalComException wrong() {
    return Client.shapeless(asked);
  }
}
