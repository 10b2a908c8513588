package frontdesk.runtime;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Made;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Snapshot;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A log told by what happened. Time stands still unless it is said to pass.
final class Story {
  static final ConversationId ID = new ConversationId("test:acme:one");
  static final Principal ONE = new Principal.Visitor("one");
  static final Principal OPERATOR = new Principal.Operator("desk");
  static final Duration LIMIT = Duration.ofSeconds(10);
  static final Duration ALLOWANCE = Duration.ofSeconds(5);

  private final List<Logged> entries = new ArrayList<>();
  private final List<Arrived> open = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long epoch;
  private Owner owner = Owner.AGENT;
  private long inbox;
  private long consumed;

  static Story begins() {
    return new Story();
  }

  /// A turn begins with this message.
  static Story customerSays(String text) {
    return begins().arrives(new Inbound.Said(text)).turn();
  }

  /// An event is accepted; no turn has it yet.
  Story arrives(Inbound what) {
    return arrives(sender(what), what);
  }

  Story arrives(Principal sender, Inbound what) {
    var event = InboundEvent.untimed(new EventId("test:acme:" + ++inbox), ID, sender, what);
    open.add(new Arrived(inbox, now, event));
    if (what.raisesEpoch()) epoch++;
    owner = what.owner().orElse(owner);
    return this;
  }

  private static Principal sender(Inbound what) {
    return switch (what) {
      case Inbound.TakenOver _, Inbound.PersonSaid _, Inbound.HandedBack _ -> OPERATOR;
      case Inbound.Decided _, Inbound.Replayed _ -> OPERATOR;
      default -> what.fromCustomer() ? ONE : new Principal.Server();
    };
  }

  Story stop() {
    return arrives(new Inbound.Stopped());
  }

  Story late(CallId call, int attempt, Outcome outcome) {
    return arrives(new Inbound.OutcomeArrived(call, attempt, outcome));
  }

  /// An event that its platform held back.
  Story arrivesSentAt(Instant at, Inbound what) {
    var id = new EventId("test:acme:" + ++inbox);
    open.add(new Arrived(inbox, now, new InboundEvent(id, ID, ONE, Optional.of(at), what)));
    return this;
  }

  Story says(String text) {
    return turn(new Inbound.Said(text));
  }

  /// A turn begins with this event and all that was open.
  Story turn(Inbound what) {
    return arrives(what).turn();
  }

  /// A turn begins with all that is open.
  Story turn() {
    return entry(new Entry.Received(open, "test", "1", epoch, "en", "UTC"));
  }

  Story modelSays(String text) {
    return entry(new Entry.ModelSaid(text, List.of(), Ending.COMPLETE, Made.UNKNOWN));
  }

  /// The model calls a tool; the call's id is `a`, `b` … as given.
  Story modelCalls(Call... calls) {
    return entry(new Entry.ModelSaid("", List.of(calls), Ending.COMPLETE, Made.UNKNOWN));
  }

  Story intends(Call call, int attempt) {
    return intends(call, attempt, epoch);
  }

  Story intends(Call call, int attempt, long inEpoch) {
    return entry(
        new Entry.Intended(
            call.id(),
            call.tool(),
            new Json(call.arguments()),
            Json.NULL,
            IdempotencyKey.of(ID, call.id()),
            ONE,
            attempt,
            inEpoch,
            ALLOWANCE,
            LIMIT));
  }

  /// The turn ends with the call's preview, which is not shown yet.
  Story previews(Call call) {
    return previews(call, TestAgent.PAY);
  }

  Story previews(Call call, ToolSpec spec) {
    var arguments = new Json(call.arguments());
    var tool = new Quoting(spec);
    var show = new Step.Show(tool, call, arguments, ONE, epoch);
    entry(Previews.entry(log(), show, tool.preview()));
    return ends(new Entry.Asked("Pay? yes or no", List.of(), Optional.of(call.id()), List.of()));
  }

  Story shows(Call call) {
    return arrives(new Inbound.Shown(call.id()));
  }

  Story comesTo(Call call, int attempt, Outcome outcome) {
    return entry(new Entry.Returned(call.id(), attempt, outcome));
  }

  Story escalates(Call call) {
    return entry(new Entry.Escalated(call.id(), "no answer"));
  }

  /// The turn ends; its events are answered.
  Story replies(String text) {
    return ends(new Entry.Replied(text, Voice.AGENT, List.of()));
  }

  Story ends(Entry last) {
    consumed = inbox;
    open.clear();
    return entry(last);
  }

  Story entry(Entry entry) {
    entries.add(new Logged(entries.size() + 1, now, entry));
    return this;
  }

  Story after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Instant now() {
    return now;
  }

  Log log() {
    var head = new Head(ID, entries.size(), inbox, consumed, epoch, owner, Optional.empty());
    return new Log(head, Snapshot.NONE, entries, List.of(), open, now);
  }

  /// The same, loaded after everything so far was folded.
  Log folded() {
    Log log = log();
    return new Log(
        log.head(),
        log.snapshot().fold(log.timeline()),
        List.of(),
        List.of(),
        log.open(),
        log.at());
  }

  private record Quoting(ToolSpec spec) implements WriteTool {
    Previewing preview() {
      return new Previewing.Preview("Pay 10.00", TestAgent.PRICE);
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return preview();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      throw new AssertionError("Only previews are made here");
    }
  }

  static Call call(String id, String tool, String arguments) {
    return new Call(new CallId(id), tool, arguments);
  }
}
