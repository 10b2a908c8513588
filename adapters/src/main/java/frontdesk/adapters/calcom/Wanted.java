package frontdesk.adapters.calcom;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// When a meeting of which kind is to be: what a customer is shown, and what their approval binds.
record Wanted(EventType type, int minutes, Instant start, ZoneId zone) {

  Json bound() {
    return Jsons.json(
        Jsons.object()
            .put("event_type", type.id())
            .put("minutes", minutes)
            .put("start", start.toString())
            .put("zone", zone.getId()));
  }

  /// What was bound.
  ///
  /// @throws Declined meetings of that kind are not offered any more
  static Wanted of(ToolContext context, Json bound, Calendar calendar, Until until) {
    Wanted wanted = unnamed(bound);
    int id = Jsons.parse(bound).path("event_type").asInt(0);
    if (id == 0) return wanted;
    Optional<EventType> type =
        calendar
            .types()
            .byId(id, until)
            .filter(found -> found.offered() && found.lengths().contains(wanted.minutes()));
    return wanted.of(
        type.orElseThrow(
            () -> new Declined(new Outcome.Refused(Words.of(context.locale()).changed()))));
  }

  /// What was bound, whatever kind it is of.
  static Wanted unnamed(Json bound) {
    JsonNode json = Jsons.parse(bound);
    int minutes = json.path("minutes").asInt(0);
    Instant start = Instant.parse(json.path("start").asString(""));
    ZoneId zone = ZoneId.of(json.path("zone").asString(""));
    return new Wanted(EventType.toBeMade(minutes), minutes, start, zone);
  }

  Wanted of(EventType other) {
    return new Wanted(other, minutes, start, zone);
  }

  Instant end() {
    return start.plus(Duration.ofMinutes(minutes));
  }

  Slots.Need need() {
    return new Slots.Need(type, minutes, "");
  }
}
