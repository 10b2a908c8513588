package frontdesk.runtime;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Shortened;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The open turn of a log: what it answers and how far it came. Derived anew at each step.
///
/// @param entries those since `received`
/// @param takenUp calls, of any turn, that have a preview, an intent or an outcome
/// @param principal the customer who spoke last
/// @param preview that waits for its approval, or is approved and not acted upon yet
/// @param acts acts without a final outcome, of any turn
record Turn(
    Received received,
    List<Entry> entries,
    Set<CallId> takenUp,
    Principal principal,
    Optional<Previewed> preview,
    List<OpenAct> acts) {

  /// What began the open turn; empty when none is open. Much cheaper than the whole turn.
  static Optional<Received> begun(Log log) {
    for (Logged logged : log.timeline().reversed()) {
      if (logged.entry() instanceof Received received) return Optional.of(received);
      if (logged.entry().closesTurn()) return Optional.empty();
    }
    return Optional.empty();
  }

  /// Empty when no turn is open.
  static Optional<Turn> of(Log log) {
    Optional<Received> received = Optional.empty();
    var entries = new ArrayList<Entry>();
    var takenUp = new HashSet<CallId>();
    Principal speaker = new Principal.Server();
    Optional<Previewed> preview = Optional.empty();
    List<Logged> timeline = log.timeline();
    for (Logged logged : timeline) {
      Entry entry = logged.entry();
      entries.add(entry);
      switch (entry) {
        case Received begun -> {
          received = Optional.of(begun);
          speaker = speaker(begun, speaker);
          entries.clear();
        }
        case Previewed previewed -> {
          takenUp.add(previewed.call());
          preview = Optional.of(previewed);
        }
        case Intended intended -> {
          takenUp.add(intended.call());
          preview = without(preview, intended.call());
        }
        case Returned returned -> {
          takenUp.add(returned.call());
          preview = without(preview, returned.call());
        }
        case Closed _, Replied _, Asked _ -> received = Optional.empty();
        default -> {}
      }
    }
    if (received.isEmpty()) return Optional.empty();
    var acts = OpenAct.of(timeline);
    return Optional.of(new Turn(received.get(), entries, takenUp, speaker, preview, acts));
  }

  /// The newest preview stands until its call is acted upon or gets an outcome.
  private static Optional<Previewed> without(Optional<Previewed> preview, CallId call) {
    return preview.isPresent() && preview.get().call().equals(call) ? Optional.empty() : preview;
  }

  /// Timers, late outcomes and operators' acts are about the customer who spoke before.
  private static Principal speaker(Received received, Principal before) {
    Principal speaker = before;
    for (Arrived arrived : received.events()) {
      Principal sender = arrived.event().sender();
      if (sender.converses()) speaker = sender;
    }
    return speaker;
  }

  long consumes() {
    return received.events().getLast().seq();
  }

  List<EventId> eventIds() {
    return received.events().stream().map(arrived -> arrived.event().id()).toList();
  }

  List<Inbound> events() {
    return received.events().stream().map(arrived -> arrived.event().what()).toList();
  }

  /// The newest reply of the model in this turn.
  Optional<ModelSaid> said() {
    return last(ModelSaid.class);
  }

  /// Calls of the newest reply that nothing was done about yet.
  List<Call> newCalls() {
    return said().stream()
        .flatMap(said -> said.calls().stream())
        .filter(call -> !takenUp.contains(call.id()))
        .toList();
  }

  /// That the model failed, and nothing was done about it.
  Optional<ModelFailed> modelFailed() {
    return entries.reversed().stream()
        .takeWhile(entry -> !(entry instanceof Shortened))
        .filter(ModelFailed.class::isInstance)
        .map(ModelFailed.class::cast)
        .findFirst();
  }

  /// Attempts at this turn that ended early since it last came any further.
  int interruptions() {
    return (int) entries.reversed().stream().takeWhile(Interrupted.class::isInstance).count();
  }

  int modelCalls() {
    return (int) entries.stream().filter(ModelSaid.class::isInstance).count();
  }

  <T extends Entry> Optional<T> last(Class<T> kind) {
    return entries.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
