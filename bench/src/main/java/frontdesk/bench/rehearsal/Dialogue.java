package frontdesk.bench.rehearsal;

import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A dialogue of the schema-guided corpus, as far as it is measured.
record Dialogue(String id, List<String> services, List<Turn> turns) {
  private static final Set<String> CLOSING = Set.of("THANK_YOU", "GOODBYE", "NEGATE");
  private static final Set<String> ENDS = Set.of("THANK_YOU", "GOODBYE");

  /// What one side said.
  ///
  /// @param service that the turn is about
  /// @param intent the customer's, `NONE` if they have none
  /// @param fresh whether the customer wants something new with this turn
  /// @param closing whether they only thank or say goodbye
  /// @param said slots with the values that the turn says, each in its spellings
  /// @param asks slots that the other side asked for
  record Turn(
      boolean customer,
      String text,
      String service,
      String intent,
      boolean fresh,
      boolean closing,
      Map<String, List<String>> said,
      List<String> asks) {}

  static Dialogue of(JsonNode json) {
    var turns = new ArrayList<Turn>();
    var intents = new LinkedHashMap<String, String>();
    for (JsonNode turn : json.path("turns")) turns.add(turn(turn, intents));
    List<String> services =
        json.path("services").valueStream().map(service -> service.asString("")).toList();
    return new Dialogue(json.path("dialogue_id").asString(""), services, turns);
  }

  static Dialogue parse(String line) {
    return of(Jsons.parse(line));
  }

  private static Turn turn(JsonNode turn, Map<String, String> intents) {
    boolean customer = turn.path("speaker").asString("").equals("USER");
    String text = turn.path("utterance").asString("");
    JsonNode frame = turn.path("frames").path(0);
    boolean fresh = false;
    for (JsonNode other : customer ? turn.path("frames") : Jsons.array()) {
      String service = other.path("service").asString("");
      String intent = other.path("state").path("active_intent").asString("NONE");
      String before = intents.put(service, intent);
      if (!intent.equals("NONE") && !intent.equals(before)) {
        fresh = true;
        frame = other;
      }
    }
    List<String> acts = acts(frame);
    return new Turn(
        customer,
        text,
        frame.path("service").asString(""),
        frame.path("state").path("active_intent").asString("NONE"),
        fresh,
        CLOSING.containsAll(acts) && acts.stream().anyMatch(ENDS::contains),
        values(frame, "INFORM"),
        List.copyOf(values(frame, "REQUEST").keySet()));
  }

  private static List<String> acts(JsonNode frame) {
    return frame.path("actions").valueStream().map(a -> a.path("act").asString("")).toList();
  }

  /// Of an act: its slots with each of their spellings; the first is the canonical one.
  private static Map<String, List<String>> values(JsonNode frame, String act) {
    var values = new LinkedHashMap<String, List<String>>();
    for (JsonNode action : frame.path("actions")) {
      if (!action.path("act").asString("").equals(act)) continue;
      var spellings = new ArrayList<String>();
      for (String key : List.of("canonical_values", "values")) {
        action.path(key).forEach(value -> spellings.add(value.asString("")));
      }
      String slot = action.path("slot").asString("");
      boolean wanted = !slot.equals("intent") && !slot.isEmpty() && !spellings.contains("dontcare");
      if (wanted) values.put(slot, spellings);
    }
    return values;
  }
}
