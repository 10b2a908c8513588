package frontdesk.rehearsal;

import frontdesk.dates.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What a line says about a tool's arguments.
///
/// @param values arguments that fit their schema
/// @param doubts arguments about which the customer has to be asked, and what was read
record Filled(ObjectNode values, Map<String, Reading.Asked> doubts) {
  Filled {
    doubts = new LinkedHashMap<>(doubts);
  }

  boolean isEmpty() {
    return values.isEmpty() && doubts.isEmpty();
  }
}
