package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Escalated;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What was done at the provider, against what logs and customers were told of it: `double` nothing
/// is done twice, nothing without an act, and no two meetings are at one time; `I-lost` no act is
/// left in doubt; `I11` an outcome in a log is true; `I-told` what customers are told is so, and of
/// what is so they are told, or a person finds out; `I-private` nobody is shown another's meeting.
final class MeetingRules {
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private static final Set<String> HOLDS = Set.of("hold_slot", "release_slot");

  private final Map<ConversationId, Story> stories;
  private final Provider provider;
  private final Ledger ledger;
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  MeetingRules(Map<ConversationId, Story> stories, Provider provider, Ledger ledger) {
    this.stories = stories;
    this.provider = provider;
    this.ledger = ledger;
  }

  /// What was done, by name.
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  void check() {
    for (Story story : stories.values()) {
      new ApprovalRules(story, ledger).check();
      for (Act act : Act.of(story)) {
        if (isHold(act.intent())) checkHold(act);
        else check(act);
      }
      for (Returned returned : story.all(Returned.class)) {
        boolean taken =
            returned.outcome() instanceof Outcome.NeedsInput(_, _, var offers) && !offers.isEmpty();
        if (taken && returned.attempt() == 0) count("taken before the yes");
      }
      ledger.owner(story.id()).ifPresent(owner -> checkUids(story, owner));
    }
    provider.deeds().forEach(this::checkAsked);
    checkEffects();
    checkTimes();
    for (Exchange exchange : ledger.exchanges()) checkTold(exchange);
    for (Story story : stories.values()) checkStanding(story);
  }

  /// An act of a log, with all that came of it.
  private void check(Act act) {
    List<Deed> done = provider.deeds().stream().filter(act::is).toList();
    if (done.size() > 1) violated("double", act + " was done " + done.size() + " times: " + done);
    if (act.isInDoubt() && !act.escalated()) violated("I-lost", act + " is left in doubt");
    if (act.escalated()) count("left to a person");
    if (act.outcome().isEmpty()) return;
    boolean happened = act.outcome().get() instanceof Outcome.Done;
    if (happened && done.isEmpty()) violated("I11", act + " is said to be done, and is not");
    if (!happened && !done.isEmpty()) {
      violated("I11", act + " is said not to be done, and is: " + act.outcome().get());
    }
    if (act.outcome().get() instanceof Outcome.NeedsInput) count("taken after the yes");
  }

  static boolean isHold(Intended intent) {
    return HOLDS.contains(intent.tool());
  }

  /// A courtesy: nobody is asked about it.
  private void checkHold(Act act) {
    boolean done = act.outcome().filter(Outcome.Done.class::isInstance).isPresent();
    if (done) count(act.intent().tool());
    if (act.isInDoubt() || act.escalated()) violated("I-lost", act + " keeps somebody waiting");
  }

  private void checkAsked(Deed deed) {
    count(deed.kind().toString().toLowerCase(Locale.ROOT));
    boolean asked =
        stories.values().stream().flatMap(s -> Act.of(s).stream()).anyMatch(act -> act.is(deed));
    if (!asked) violated("double", "nobody intended " + deed);
  }

  private void checkEffects() {
    for (Effect effect : provider.effects()) {
      if (effect.kind().equals("booking") && effect.count() > 1) violated("double", "" + effect);
    }
  }

  /// Never two at one time.
  private void checkTimes() {
    var standing = new HashMap<String, Instant>();
    for (Deed deed : provider.deeds()) {
      standing.remove(deed.of());
      if (deed.kind() == Deed.Kind.CANCELLED) continue;
      for (Instant other : standing.values()) {
        boolean clash = Duration.between(other, deed.start()).abs().compareTo(LENGTH) < 0;
        if (clash) violated("double", "two meetings at " + other);
      }
      standing.put(deed.uid(), deed.start());
    }
  }

  /// What a customer was told was done, was done before to a meeting of theirs.
  private void checkTold(Exchange exchange) {
    if (exchange.call().isForeign() || exchange.answer().status() != 200) return;
    String text = exchange.answer().field("bot_message");
    for (Deed.Kind kind : Deed.Kind.values()) {
      if (!text.contains(kind.told())) continue;
      boolean isTrue =
          provider.deeds().stream()
              .filter(deed -> deed.kind() == kind && deed.at() <= exchange.answered())
              .filter(deed -> deed.isOf(exchange.call().customer()))
              .anyMatch(deed -> text.contains(Deed.written(deed.start())));
      if (!isTrue) violated("I-told", exchange.call() + " -> " + text);
    }
  }

  /// What stands in the end was listed to its customer in the end, or a person finds out.
  private void checkStanding(Story story) {
    Optional<Character> owner = ledger.owner(story.id());
    if (owner.isEmpty()) return;
    var standing = new LinkedHashMap<String, Deed>();
    for (Deed deed : provider.deeds()) {
      standing.remove(deed.of());
      if (deed.isOf(owner.get()) && deed.kind() != Deed.Kind.CANCELLED) {
        standing.put(deed.uid(), deed);
      }
    }
    String last = story.answers().isEmpty() ? "" : story.answers().getLast();
    boolean withPerson = !story.all(Escalated.class).isEmpty();
    for (Deed deed : standing.values()) {
      boolean told = last.contains(Deed.written(deed.start())) || withPerson;
      if (!told) violated("I-told", "nobody was told of " + deed + ": " + last);
    }
  }

  /// No uid of another's meeting is in what tools returned or customers read.
  private void checkUids(Story story, char owner) {
    Set<String> others = new HashSet<>();
    for (Deed deed : provider.deeds()) if (!deed.isOf(owner)) others.add(deed.uid());
    List<String> texts = new ArrayList<>(story.answers());
    story.all(Returned.class).forEach(r -> texts.add(r.toString()));
    for (String uid : others) {
      if (texts.stream().anyMatch(text -> text.contains(uid))) {
        violated("I-private", story.id() + " shows the meeting " + uid + " of another");
      }
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private void violated(String rule, String what) {
    ledger.violated(rule, what);
  }

  /// @param outcome the final one; empty while it is in doubt
  private record Act(
      ConversationId of, Intended intent, Optional<Outcome> outcome, boolean escalated) {

    static List<Act> of(Story story) {
      var acts = new LinkedHashMap<String, Act>();
      for (Intended intent : story.all(Intended.class)) {
        String call = intent.call().value();
        Optional<Outcome> outcome =
            story.all(Returned.class).stream()
                .filter(r -> r.call().equals(intent.call()) && r.outcome().isFinal())
                .map(Returned::outcome)
                .findFirst();
        boolean escalated =
            story.all(Escalated.class).stream().anyMatch(e -> e.call().equals(intent.call()));
        acts.putIfAbsent(call, new Act(story.id(), intent, outcome, escalated));
      }
      return List.copyOf(acts.values());
    }

    boolean isInDoubt() {
      return outcome.isEmpty();
    }

    /// Whether the deed is what was intended.
    boolean is(Deed deed) {
      JsonNode bound = Jsons.parse(intent.bound());
      String uid = bound.path("meeting_id").asString("");
      return switch (intent.tool()) {
        case "hold_slot", "release_slot" -> false;
        case "book_meeting" ->
            deed.kind() == Deed.Kind.BOOKED && deed.idem().equals(intent.key().value());
        case "move_meeting" ->
            deed.kind() == Deed.Kind.MOVED
                && deed.of().equals(uid)
                && deed.start().equals(Instant.parse(bound.path("start").asString("")));
        default -> deed.kind() == Deed.Kind.CANCELLED && deed.of().equals(uid);
      };
    }

    @Override
    public String toString() {
      return of + " " + intent.tool() + " " + intent.call() + " " + intent.bound().text();
    }
  }
}
