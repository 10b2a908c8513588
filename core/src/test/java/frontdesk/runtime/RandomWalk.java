package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
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
import frontdesk.model.ChatModel;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
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
import java.util.function.UnaryOperator;

/// One random walk of the real loop: a model that asks for anything, a provider that fails in every
/// way, stops, people who take over and hand back, approvals, crashes before and after each append,
/// late outcomes, and folds after any closed turn. The same seed, the same walk.
public final class RandomWalk implements Journal {
  private static final int RUNS_MAX = 400;

  /// A worker that dies: nothing of the loop may catch it.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private final int seed;
  private final Random random;
  private final RandomReplies replies;
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

  /// A walk whose model may be watched, or spoken for.
  ///
  /// @param seen counts what it comes by
  /// @param model given the walk's own model, the one that the loop asks
  public RandomWalk(int seed, Map<String, Integer> seen, UnaryOperator<ChatModel> model) {
    this.seed = seed;
    this.random = new Random(seed);
    this.replies = new RandomReplies(random);
    this.seen = seen;
    this.journal = new TestJournal(time::now, () -> happens(3, "fold"));
    Agent acting = TestAgent.with(this::act, this::find);
    Agent closer = TestAgent.agent("closer", TestAgent.FACTS, acting.tools(), List.of());
    this.agent = TestAgent.agent("test", TestAgent.FACTS, acting.tools(), List.of(closer));
    this.reception = new Reception(this, time);
    this.loop =
        new TurnLoop(
            new Agents(List.of(agent)),
            model.apply(this::reply),
            this,
            reception,
            Channels.NONE,
            time,
            Listener.NONE);
  }

  /// From the first message until nothing is open.
  ///
  /// @throws AssertionError something that must hold did not
  public void run() {
    arrives(new Inbound.Opened("test", Map.of()));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      arrives(happens(4, "timer") ? new Inbound.TimerFired("remind") : new Inbound.Said("Hi " + i));
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
    WalkChecks.foldedIsTheSame(seed, agent, log, journal.whole());
    if (Snapshot.hidden(log.timeline()) > 0) seen.merge("hidden", 1, Integer::sum);
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
    return calm || random.nextBoolean() ? replies.text() : replies.calls();
  }

  /// Of some turn that is over: nobody waits for it, so it may come late, twice, or too late.
  private void summarise() {
    List<Logged> received =
        journal.whole().timeline().stream().filter(l -> l.entry() instanceof Received).toList();
    if (received.isEmpty()) return;
    long through = received.get(random.nextInt(received.size())).seq() - 1;
    if (through > 0) arrives(new Inbound.Summarised(through, "They talked.", Usage.NONE));
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
