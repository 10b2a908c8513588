package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import frontdesk.json.Jsons;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a line says about a tool's arguments.
///
/// @param values arguments that fit their schema
/// @param doubts arguments about which the customer has to be asked, and what was read
/// @param implied ids that the line does not name: those of the only thing shown
/// @param strange ids of things as none was shown: "the meeting on Friday", where none is on Friday
record Filled(
    ObjectNode values,
    Map<String, Reading.Asked> doubts,
    Set<String> implied,
    Set<String> strange) {
  Filled {
    doubts = new LinkedHashMap<>(doubts);
    implied = Set.copyOf(implied);
    strange = Set.copyOf(strange);
  }

  static Filled nothing() {
    return new Filled(Jsons.object(), Map.of(), Set.of(), Set.of());
  }

  Filled with(ObjectNode others) {
    return new Filled(others, doubts, implied, strange);
  }

  /// With what another says of arguments that this does not say.
  Filled or(JsonNode others) {
    ObjectNode both = values.deepCopy();
    others.properties().forEach(p -> both.putIfAbsent(p.getKey(), p.getValue()));
    return with(both);
  }

  /// The values that the line itself names.
  ObjectNode said() {
    return values.deepCopy().without(implied);
  }

  boolean isEmpty() {
    return said().isEmpty() && doubts.isEmpty() && strange.isEmpty();
  }
}
