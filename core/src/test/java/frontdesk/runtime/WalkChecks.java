package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Entry.Voice;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Owner;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What must hold in every walk.
final class WalkChecks {
  private WalkChecks() {}

  /// Documents are compared as JSON: the order of names may differ.
  private static Object comparable(Step step) {
    if (!(step instanceof Step.Rest(var entries, var effects))) return step;
    Map<String, JsonNode> documents =
        effects.documents().stream()
            .collect(Collectors.toMap(d -> d.kind(), d -> Jsons.parse(d.body())));
    return List.of(entries, effects.consumedThrough(), effects.timers(), documents);
  }

  /// Each call stands with its outcome, right behind the reply that made it.
  static void legal(int seed, List<Message> messages) {
    var due = new ArrayList<CallId>();
    for (Message message : messages) {
      if (message instanceof Message.ToolSaid said) {
        assertThat(due).as("seed %s: %s", seed, messages).isNotEmpty();
        assertThat(said.call()).isEqualTo(due.removeFirst());
        Jsons.parse(said.content());
        continue;
      }
      assertThat(due).as("seed %s: %s", seed, messages).isEmpty();
      if (message instanceof Message.Assistant assistant) {
        assistant.calls().stream().map(Call::id).forEach(due::add);
      }
    }
    assertThat(due).as("seed %s: %s", seed, messages).isEmpty();
  }

  /// Whoever loads the folded log sees and does the same.
  static void foldedIsTheSame(int seed, Agent agent, Log log, Log whole) {
    assertThat(OpenAct.of(log.timeline()))
        .as("seed %s", seed)
        .isEqualTo(OpenAct.of(whole.timeline()));
    assertThat(Facts.known(log)).as("seed %s", seed).isEqualTo(Facts.known(whole));
    assertThat(agent.speaking(log)).as("seed %s", seed).isSameAs(agent.speaking(whole));
    assertThat(Receiving.received(agent, log)).isEqualTo(Receiving.received(agent, whole));
    legal(seed, Prompt.shown(log).messages());
    assertThat(Prompt.shown(log).messages())
        .as("seed %s", seed)
        .isEqualTo(Prompt.shown(whole).messages());
    Log begun = Receiving.received(agent, log).map(log::plus).orElse(log);
    Log wholeBegun = Receiving.received(agent, whole).map(whole::plus).orElse(whole);
    assertThat(Turn.of(begun).isPresent()).isEqualTo(Turn.of(wholeBegun).isPresent());
    if (Turn.of(begun).isEmpty()) return;
    Step step = Next.next(agent, begun);
    assertThat(Next.next(agent, begun)).as("seed %s", seed).isEqualTo(step);
    assertThat(comparable(Next.next(agent, wholeBegun)))
        .as("seed %s", seed)
        .isEqualTo(comparable(step));
  }

  /// What is recorded is what the provider did.
  static void outcomesAreTrue(int seed, Log whole, Set<IdempotencyKey> applied) {
    var open = new HashSet<CallId>();
    OpenAct.of(whole.timeline()).forEach(act -> open.add(act.intent().call()));
    for (var logged : whole.entries()) {
      if (!(logged.entry() instanceof Returned r) || r.attempt() == 0) continue;
      if (!r.outcome().isFinal() || open.contains(r.call())) continue;
      boolean happened = applied.contains(IdempotencyKey.of(Story.ID, r.call()));
      assertThat(r.outcome() instanceof Outcome.Done)
          .as("seed %s: %s", seed, r)
          .isEqualTo(happened);
    }
  }

  /// While a person has the conversation, only they answer.
  static void noOneSpeaksOverAPerson(int seed, Owner owner, List<Entry> appended) {
    if (owner == Owner.AGENT) return;
    for (Entry entry : appended) {
      assertThat(entry instanceof Asked).as("seed %s: %s", seed, entry).isFalse();
      if (entry instanceof Replied replied) {
        assertThat(replied.voice()).as("seed %s: %s", seed, entry).isEqualTo(Voice.PERSON);
      }
    }
  }

  /// What needs an approval has its own, before it, and begins once; how many there were.
  static int approvedAndOnce(int seed, Log whole) {
    int begun = 0;
    var approved = new HashSet<CallId>();
    for (var logged : whole.entries()) {
      if (logged.entry() instanceof Approved by) approved.add(by.call());
      if (!(logged.entry() instanceof Intended act) || !act.tool().equals("pay")) continue;
      if (act.attempt() > 1) continue;
      assertThat(approved.remove(act.call())).as("seed %s: %s", seed, act).isTrue();
      assertThat(act.bound()).isEqualTo(TestAgent.PRICE);
      begun++;
    }
    return begun;
  }
}
