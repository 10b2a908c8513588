package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.channel.Channels;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.EventId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.conversation.Snapshot;
import frontdesk.conversation.Usage;
import frontdesk.json.Jsons;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.ModelRequest;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The real loop on a provider that fails in every way, a model that asks for anything, stops,
/// people who take over and hand back, approvals, crashes before and after each append, late
/// outcomes, and folds after any closed turn.
class RandomWalksTest {
  private static final int WALKS = Boolean.getBoolean("frontdesk.soak") ? 20_000 : 5_000;
  private static final int RUNS_MAX = 400;

  @Test
  void whatever_happens_requests_are_legal_turns_end_and_folding_changes_nothing() {
    var seen = new HashMap<String, Integer>();
    for (int seed = 0; seed < WALKS; seed++) new Walk(seed, seen).run();
    assertThat(seen.keySet())
        .as("the walks come by everything")
        .contains("crash", "stop", "late", "fold", "applied late", "escalated", "not applied")
        .contains("takeover", "hand-back", "person", "approved", "decided", "replay")
        .contains("too long", "summary", "hidden");
  }

  /// A worker that dies: nothing of the loop may catch it.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final class Walk implements Journal {
    private final int seed;
    private final Random random;
    private final Map<String, Integer> seen;
    private final TestJournal journal;
    private final Agent agent;
    private final TurnLoop loop;
    private final Reception reception;
    private final Set<IdempotencyKey> applied = new HashSet<>();
    private final Map<IdempotencyKey, Integer> times = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private final WalkTime time = new WalkTime();
    private int events;
    private boolean calm;

    Walk(int seed, Map<String, Integer> seen) {
      this.seed = seed;
      this.random = new Random(seed);
      this.seen = seen;
      this.journal = new TestJournal(time::now, () -> happens(3, "fold"));
      Agent acting = TestAgent.with(this::act, this::find);
      Agent closer = TestAgent.agent("closer", TestAgent.FACTS, acting.tools(), List.of());
      this.agent = TestAgent.agent("test", TestAgent.FACTS, acting.tools(), List.of(closer));
      this.reception = new Reception(this, time);
      this.loop =
          new TurnLoop(
              new Agents(List.of(agent)),
              this::reply,
              this,
              reception,
              Channels.NONE,
              time,
              Listener.NONE);
    }

    void run() {
      arrives(new Inbound.Opened("test", Map.of()));
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        arrives(
            happens(4, "timer") ? new Inbound.TimerFired("remind") : new Inbound.Said("Hi " + i));
        settle();
        if (happens(2, "decided")) answerTheQuestion();
        if (happens(6, "replay")) arrives(new Inbound.Replayed());
        settle();
      }
      calm = true;
      settle();
      later.forEach(Runnable::run);
      settle();
      peopleDecide();
      settle();
      assertThat(journal.load(Story.ID).head().hasOpenEvents()).as("seed %s", seed).isFalse();
      for (int count : times.values()) assertThat(count).as("seed %s", seed).isEqualTo(1);
      WalkChecks.outcomesAreTrue(seed, journal.whole(), applied);
      int approved = WalkChecks.approvedAndOnce(seed, journal.whole());
      if (approved > 0) seen.merge("approved", approved, Integer::sum);
    }

    /// Until there is nothing to do; waits are over as soon as they begin.
    private void settle() {
      for (int runs = 0; journal.load(Story.ID).head().hasOpenEvents(); runs++) {
        assertThat(runs).as("seed %s comes to an end", seed).isLessThan(RUNS_MAX);
        try {
          loop.run(Story.ID);
        } catch (Crash crash) {
          seen.merge("crash", 1, Integer::sum);
        }
        Optional<Instant> wakeAt = journal.load(Story.ID).head().wakeAt();
        wakeAt.ifPresent(time::reaches);
        check(journal.load(Story.ID));
      }
    }

    /// The customer sees what is asked, and says something to it.
    private void answerTheQuestion() {
      for (Logged logged : journal.whole().entries().reversed()) {
        if (!(logged.entry() instanceof Asked asked) || asked.approval().isEmpty()) continue;
        CallId question = asked.approval().get();
        if (random.nextInt(8) > 0) reception.shown(Story.ID, question);
        time.sleep(Duration.ofSeconds(1L << random.nextInt(10)));
        switch (random.nextInt(4)) {
          case 0 -> arrives(new Inbound.Pressed(question, random.nextBoolean()));
          case 1 -> arrives(new Inbound.Said("no"));
          default -> arrives(new Inbound.Said("yes"));
        }
        return;
      }
    }

    /// What nobody but a person can find out, they find out, and hand back.
    private void peopleDecide() {
      for (OpenAct act : OpenAct.of(journal.whole().timeline())) {
        seen.merge("escalated", 1, Integer::sum);
        arrives(new Inbound.Decided(act.intent().call(), applied.contains(act.intent().key())));
      }
      arrives(new Inbound.HandedBack());
    }

    private boolean happens(int oneIn, String what) {
      boolean happens = !calm && random.nextInt(oneIn) == 0;
      if (happens) seen.merge(what, 1, Integer::sum);
      return happens;
    }

    private void arrives(Inbound what) {
      var id = new EventId("test:acme:" + ++events);
      Principal sender =
          what instanceof Inbound.Stopped || what.fromCustomer() ? Story.ONE : Story.OPERATOR;
      journal.accept(List.of(InboundEvent.untimed(id, Story.ID, sender, what)));
    }

    // The journal: a crash, a stop, or time that passes around each append.

    @Override
    public Log append(Log log, Effects effects) {
      WalkChecks.legal(seed, Prompt.shown(log).messages());
      if (happens(12, "stop")) arrives(new Inbound.Stopped());
      if (happens(20, "takeover")) arrives(new Inbound.TakenOver());
      if (happens(20, "hand-back")) arrives(new Inbound.HandedBack());
      if (happens(40, "person")) arrives(new Inbound.PersonSaid("I am here."));
      if (happens(15, "crash before")) throw new Crash();
      time.sleep(Duration.ofMillis(random.nextInt(2_000)));
      Log appended = journal.append(log, effects);
      WalkChecks.noOneSpeaksOverAPerson(seed, journal.load(Story.ID).head().owner(), log.unsaved());
      if (happens(15, "crash after")) throw new Crash();
      return appended;
    }

    private void check(Log log) {
      Log whole = journal.whole();
      assertThat(OpenAct.of(log.timeline()))
          .as("seed %s", seed)
          .isEqualTo(OpenAct.of(whole.timeline()));
      assertThat(Facts.known(log)).as("seed %s", seed).isEqualTo(Facts.known(whole));
      assertThat(agent.speaking(log)).as("seed %s", seed).isSameAs(agent.speaking(whole));
      assertThat(Receiving.received(agent, log)).isEqualTo(Receiving.received(agent, whole));
      WalkChecks.legal(seed, Prompt.shown(log).messages());
      assertThat(Prompt.shown(log).messages())
          .as("seed %s", seed)
          .isEqualTo(Prompt.shown(whole).messages());
      if (Snapshot.hidden(log.timeline()) > 0) seen.merge("hidden", 1, Integer::sum);
      Log begun = Receiving.received(agent, log).map(log::plus).orElse(log);
      Log wholeBegun = Receiving.received(agent, whole).map(whole::plus).orElse(whole);
      assertThat(Turn.of(begun).isPresent()).isEqualTo(Turn.of(wholeBegun).isPresent());
      if (Turn.of(begun).isEmpty()) return;
      Step step = Next.next(agent, begun);
      assertThat(Next.next(agent, begun)).as("seed %s", seed).isEqualTo(step);
      assertThat(WalkChecks.comparable(Next.next(agent, wholeBegun)))
          .as("seed %s", seed)
          .isEqualTo(WalkChecks.comparable(step));
    }

    // The provider.

    private Outcome act(ToolSpec spec, ToolContext context) {
      if (spec.effect() == ToolSpec.Effect.READ) return new Outcome.Done(Json.EMPTY);
      if (happens(5, "not sent") || !context.maySend()) return new Outcome.NotSent("too late");
      // Our own check before the request, which an earlier attempt may have spoiled.
      if (happens(5, "refused")) return new Outcome.Refused("the slot is taken");
      if (happens(6, "lost")) return new Outcome.Unknown("connection refused");
      boolean enforces = spec.name().equals("retry") || spec.name().equals("pay");
      if (applied.add(context.key()) || !enforces) times.merge(context.key(), 1, Integer::sum);
      var done = new Outcome.Done(new Json("{\"booked\":true}"));
      if (happens(8, "crash in an act")) throw new Crash();
      if (!happens(3, "applied late")) return done;
      if (happens(2, "late")) later.add(() -> late(context.key(), done));
      return new Outcome.Unknown("no answer in time");
    }

    private void late(IdempotencyKey key, Outcome done) {
      for (OpenAct act : OpenAct.of(journal.whole().timeline())) {
        if (act.intent().key().equals(key)) {
          reception.late(Story.ID, new Returned(act.intent().call(), act.intent().attempt(), done));
        }
        if (act.escalated()) seen.merge("escalated", 1, Integer::sum);
      }
    }

    private Found find(ToolSpec spec, IdempotencyKey key) {
      if (happens(3, "cannot tell")) return new Found.CannotTell("down");
      if (applied.contains(key)) return new Found.Applied(new Outcome.Done(Json.EMPTY));
      seen.merge("not applied", 1, Integer::sum);
      return new Found.NotApplied();
    }

    // The model.

    private ModelReply reply(ModelRequest request, Consumer<String> stream) {
      WalkChecks.legal(seed, request.messages());
      if (happens(15, "model failed")) {
        throw new ModelException(ModelException.Kind.TIMEOUT, "no answer", Optional.empty());
      }
      if (happens(15, "too long")) {
        throw new ModelException(ModelException.Kind.CONTEXT_TOO_LONG, "long", Optional.empty());
      }
      if (happens(10, "summary")) summarise();
      if (!later.isEmpty() && happens(2, "late in a turn")) later.removeFirst().run();
      if (calm || random.nextBoolean())
        return ModelReply.text(random.nextInt(9) == 0 ? " " : "Yes.");
      var calls = new ArrayList<AskedCall>();
      for (int i = random.nextInt(4); i >= 0; i--) calls.add(asked());
      return new ModelReply("", calls, Ending.COMPLETE);
    }

    /// Of some turn that is over: nobody waits for it, so it may come late, twice, or too late.
    private void summarise() {
      List<Logged> received =
          journal.whole().timeline().stream().filter(l -> l.entry() instanceof Received).toList();
      long through = received.get(random.nextInt(received.size())).seq() - 1;
      if (through > 0) arrives(new Inbound.Summarised(through, "They talked.", Usage.NONE));
    }

    private AskedCall asked() {
      String slot = "{\"slot\":\"" + random.nextInt(3) + "\"}";
      return switch (random.nextInt(11)) {
        case 0, 1 -> new AskedCall("", "retry", slot);
        case 2, 3 -> new AskedCall("", "lookup", slot);
        case 4 -> new AskedCall("", "human", slot);
        case 5 -> new AskedCall("x", "look", slot);
        case 6 -> new AskedCall("", "note_facts", fact());
        case 7, 8 -> new AskedCall("", "pay", slot);
        case 9 -> new AskedCall("", "hand_over", "{\"to\":\"closer\"}");
        default -> new AskedCall("x", random.nextBoolean() ? "nothing" : "retry", "{\"slot");
      };
    }

    private String fact() {
      ObjectNode facts = Jsons.object();
      if (random.nextBoolean()) facts.put("number", "" + (990 + random.nextInt(20)));
      if (random.nextBoolean()) facts.put("urgency", random.nextBoolean() ? "low" : "high");
      return facts.toString();
    }

    // The rest of the journal.

    @Override
    public List<Acceptance> accept(List<InboundEvent> accepted) {
      return journal.accept(accepted);
    }

    @Override
    public Log load(ConversationId id) {
      return journal.load(id);
    }

    @Override
    public List<ConversationId> waiting(int max) {
      return journal.waiting(max);
    }

    @Override
    public void erase(ConversationId id) {
      journal.erase(id);
    }
  }
}
