package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import frontdesk.json.Jsons;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a line says about a tool's arguments.
///
/// @param values arguments that fit their schema
/// @param doubts arguments about which the customer has to be asked, and what was read
record Filled(ObjectNode values, Map<String, Reading.Asked> doubts) {
  Filled {
    doubts = new LinkedHashMap<>(doubts);
  }

  static Filled nothing() {
    return new Filled(Jsons.object(), Map.of());
  }

  /// With what another says of arguments that this does not say.
  Filled or(JsonNode others) {
    ObjectNode both = values.deepCopy();
    others.properties().forEach(p -> both.putIfAbsent(p.getKey(), p.getValue()));
    return new Filled(both, doubts);
  }

  boolean isEmpty() {
    return values.isEmpty() && doubts.isEmpty();
  }
}
