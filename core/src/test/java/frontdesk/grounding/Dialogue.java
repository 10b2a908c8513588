package frontdesk.grounding;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Principal.Identity;
import frontdesk.json.Jsons;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the log of a dialogue that a case tells in a line.
final class Dialogue {
  private static final Pattern MOMENT =
      Pattern.compile("@?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d) ?(.*)", Pattern.DOTALL);

  private final List<Logged> timeline = new ArrayList<>();
  private final ZoneId zone;
  private final Instant now;
  private final String locale;
  private final List<Identity> known = new ArrayList<>();

  private Dialogue(String talk, String where) {
    ZoneId in = ZoneId.of("Asia/Bangkok");
    LocalDateTime at = LocalDateTime.parse("2026-11-22T10:00");
    for (String part : where.split(" (?=[a-z]+=|\\d{4}-)", -1)) {
      Matcher moment = MOMENT.matcher(part);
      if (moment.matches()) at = LocalDateTime.parse(moment.group(1));
      else if (part.contains("=")) known.add(identity(part.split("=", 2)));
      else if (!part.isBlank()) in = ZoneId.of(part);
    }
    zone = in;
    now = at.atZone(zone).toInstant();
    locale = talk.chars().anyMatch(c -> c >= 'ก' && c <= '๛') ? "th" : "en";
  }

  private static Identity identity(String[] sides) {
    return new Identity(sides[0], sides[1], false);
  }

  static Dialogue of(String talk, String where) {
    var dialogue = new Dialogue(talk, where);
    for (String part : talk.split(" // ", -1)) dialogue.add(part);
    return dialogue;
  }

  List<Logged> timeline() {
    return List.copyOf(timeline);
  }

  private void add(String part) {
    String rest = part.length() < 3 ? "" : part.substring(3);
    switch (part.substring(0, Math.min(3, part.length()))) {
      case "<< " -> log(new Entry.Returned(call(), 0, new Outcome.Done(new Json(rest))));
      case "<? " -> log(new Entry.Returned(call(), 0, offering(rest)));
      case ">> " -> log(new Entry.Replied(rest, Entry.Voice.AGENT, List.of()));
      case "?? " -> log(asking(rest));
      default -> said(part);
    }
  }

  private static Outcome offering(String json) {
    List<Json> offers = Jsons.parse(json).valueStream().map(Jsons::json).toList();
    return new Outcome.NeedsInput(List.of(), Map.of("time", "taken"), offers);
  }

  private Entry asking(String argument) {
    return new Entry.Gathered(
        call(),
        call(),
        "tool",
        new Json("{}"),
        List.of(),
        List.of(argument),
        Map.of(),
        sender(),
        now.plusSeconds(3600));
  }

  private void said(String part) {
    Matcher moment = MOMENT.matcher(part);
    boolean timed = part.startsWith("@") && moment.matches();
    String text = timed ? moment.group(2) : part;
    Instant at = timed ? LocalDateTime.parse(moment.group(1)).atZone(zone).toInstant() : now;
    var event =
        new InboundEvent(
            new EventId("e" + timeline.size()),
            new ConversationId("rest:1:1"),
            sender(),
            Optional.of(at),
            new Inbound.Said(text));
    log(
        new Entry.Received(
            List.of(new Arrived(timeline.size() + 1, at, event)),
            "agent",
            "1",
            0,
            locale,
            zone.getId()));
  }

  private Principal sender() {
    return known.isEmpty() ? new Principal.Visitor("1") : new Principal.Customer("1", known);
  }

  private CallId call() {
    return new CallId("c" + timeline.size());
  }

  private void log(Entry entry) {
    timeline.add(new Logged(timeline.size() + 1, now, entry));
  }
}
