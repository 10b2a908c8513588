package frontdesk.rehearsal;

import frontdesk.model.Message;
import frontdesk.model.guided.Said;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes what was offered instead by the place or a value that the customer names: "the first one",
/// or "14:30", which may be on another day than was asked for.
final class Offered {
  private static final Pattern LAST = Pattern.compile("\\b(?:the )?last one\\b|อันสุดท้าย");
  private static final Pattern ANY =
      Pattern.compile(
          "\\W*(?:any|any of (?:them|those|these)|any one|either|whichever|whatever|you (?:choose|pick)|(?:it )?doesn't matter|i don't (?:mind|care)|the earliest|(?:เวลา|อัน)?ไหนก็ได้|แล้วแต่)(?: (?:please|is fine|works|will do))?(?:ค่ะ|ครับ)?\\W*");
  private static final Pattern NONE =
      Pattern.compile(
          "\\W*(?:no,? )?(?:none|neither)(?: of (?:them|those|these))?(?: (?:works?|suits?|please|fits?)(?: me| for me)?)?\\W*|ไม่มีอันไหน\\S*|ไม่ได้สักอัน\\S*|ไม่เอาสักอัน\\S*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\W*(?:number |no\\.? |option |ข้อ ?|อันที่ ?)?([1-9])(?: please|ครับ|ค่ะ)?\\W*");

  private Offered() {}

  /// Whether the newest line turns all of them down.
  static boolean none(Scene scene, Offer offer) {
    return !offers(scene, offer.name()).isEmpty()
        && NONE.matcher(Said.plain(scene.text())).matches();
  }

  /// What the newest line says, and of the offer that it picks the rest.
  static Filled taken(Scene scene, Offer offer, Filled newest) {
    List<JsonNode> offers = offers(scene, offer.name());
    Optional<JsonNode> picked = byPlace(offers, scene.text()).or(() -> byValue(offers, newest));
    return picked.map(newest::or).orElse(newest);
  }

  /// Those of the answer to the customer's words before.
  private static List<JsonNode> offers(Scene scene, String tool) {
    for (Message message : scene.before().reversed()) {
      if (message instanceof Message.Customer) return List.of();
      Optional<Latest> said = Latest.of(message).filter(latest -> latest.tool().equals(tool));
      if (said.isEmpty()) continue;
      ObjectNode content = said.get().json();
      return Needs.isIn(content) ? Needs.of(content).offers() : List.of();
    }
    return List.of();
  }

  private static Optional<JsonNode> byPlace(List<JsonNode> offers, String text) {
    String plain = Said.plain(text);
    if (offers.isEmpty()) return Optional.empty();
    if (ANY.matcher(plain).matches()) return Optional.of(offers.getFirst());
    if (LAST.matcher(plain).find()) return Optional.of(offers.getLast());
    Matcher number = NUMBER.matcher(plain);
    if (number.matches()) {
      int place = Integer.parseInt(number.group(1));
      return place <= offers.size() ? Optional.of(offers.get(place - 1)) : Optional.empty();
    }
    for (int i = 0; i < offers.size(); i++) {
      if (Ids.isOrdinal(text, i)) return Optional.of(offers.get(i));
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> byValue(List<JsonNode> offers, Filled newest) {
    List<JsonNode> agreeing = offers.stream().filter(o -> agrees(o, newest.values())).toList();
    return agreeing.size() == 1 ? Optional.of(agreeing.getFirst()) : Optional.empty();
  }

  private static boolean agrees(JsonNode offer, ObjectNode said) {
    boolean shares = offer.properties().stream().anyMatch(p -> said.has(p.getKey()));
    return shares
        && offer.properties().stream()
            .allMatch(p -> !said.has(p.getKey()) || said.get(p.getKey()).equals(p.getValue()));
  }
}
