package frontdesk.runtime;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.runtime.Step.Looking;
import frontdesk.store.StoreException;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Calls tools, each on a thread of its own and no longer than its time limit: a tool that hangs
/// costs a thread, not the conversation.
final class Calls {
  private static final Logger LOG = System.getLogger(Calls.class.getName());

  private static final int HAND_IN_MAX = 5;

  private final Threads threads;

  Calls(Threads threads) {
    this.threads = threads;
  }

  /// All of them at once; outcomes in the order of the calls.
  List<Returned> look(ConversationId id, Principal principal, List<Looking> looks) {
    var running = new ArrayList<Running>();
    for (Looking look : looks) running.add(start(id, principal, look));
    var outcomes = new ArrayList<Returned>();
    for (int i = 0; i < looks.size(); i++) {
      CallId call = looks.get(i).call().id();
      outcomes.add(
          new Returned(call, 0, running.get(i).await(new Outcome.Failed("timed out", true))));
    }
    return outcomes;
  }

  /// Acts. What comes back after its time is passed to `late`: it may still be true.
  Outcome act(
      ConversationId id, Tool tool, Intended intent, Deadline sendBy, Consumer<Returned> late) {
    // Not from now: the request must have landed when others, who count from the intent, say so.
    var deadline = new Deadline(sendBy.nanos() + intent.timeLimit().toNanos());
    var context = new ToolContext(id, intent.principal(), intent.key(), sendBy, deadline, threads);
    var running =
        new Running(
            deadline,
            () -> tool.call(context, intent.arguments()),
            // Whatever it threw, the request may have had its effect.
            new Outcome.Unknown("the tool failed"),
            outcome -> late.accept(returned(intent, outcome)));
    running.start(tool.spec().name());
    return running.await(new Outcome.Unknown("no answer in time"));
  }

  /// Asks the provider whether an act happened. That it did not is as good as not sent.
  Returned find(ConversationId id, LooksUp tool, Intended intent) {
    Deadline deadline = in(intent.timeLimit());
    var context =
        new ToolContext(id, intent.principal(), intent.key(), deadline, deadline, threads);
    Outcome cannotTell = new Outcome.Unknown("the provider could not be asked");
    Supplier<Outcome> body =
        () ->
            switch (tool.find(context, intent.key(), intent.arguments())) {
              case LooksUp.Found.Applied(var outcome) -> outcome;
              case LooksUp.Found.NotApplied _ ->
                  new Outcome.NotSent("the provider has no such act");
              case LooksUp.Found.CannotTell(var why) -> new Outcome.Unknown(why);
            };
    var running = new Running(deadline, body, cannotTell, _ -> {});
    running.start(tool.spec().name());
    return returned(intent, running.await(cannotTell));
  }

  /// Hands in an outcome that no turn waits for any more: again while the store is down, for nobody
  /// else knows it. Given up after a while; then it is left to the act's recovery.
  void handIn(Runnable accept) {
    for (int attempt = 1; attempt <= HAND_IN_MAX; attempt++) {
      try {
        accept.run();
        return;
      } catch (StoreException e) {
        LOG.log(Level.WARNING, "a late outcome could not be stored; trying again");
        threads.sleep(Duration.ofSeconds(1L << attempt));
      }
    }
  }

  private Running start(ConversationId id, Principal principal, Looking look) {
    Call call = look.call();
    Deadline deadline = in(look.tool().spec().timeLimit());
    IdempotencyKey key = IdempotencyKey.of(id, call.id());
    var context = new ToolContext(id, principal, key, deadline, deadline, threads);
    Json arguments = look.arguments();
    Outcome failed = new Outcome.Failed("the tool failed", false);
    var running =
        new Running(deadline, () -> look.tool().call(context, arguments), failed, _ -> {});
    running.start(call.tool());
    return running;
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, threads);
  }

  private static Returned returned(Intended intent, Outcome outcome) {
    return new Returned(intent.call(), intent.attempt(), outcome);
  }

  /// One call under way. Its outcome goes to whoever waits, or, once nobody does, to `late`.
  private final class Running {
    private final Deadline deadline;
    private final Supplier<Outcome> body;
    private final Outcome whenThrown;
    private final Consumer<Outcome> late;
    private final Threads.Signal done = threads.signal();
    private final List<Outcome> outcome = new ArrayList<>(1);
    private boolean abandoned;

    Running(Deadline deadline, Supplier<Outcome> body, Outcome whenThrown, Consumer<Outcome> late) {
      this.deadline = deadline;
      this.body = body;
      this.whenThrown = whenThrown;
      this.late = late;
    }

    void start(String name) {
      threads.start("call " + name, () -> run(name));
    }

    Outcome await(Outcome inTime) {
      done.await(deadline);
      synchronized (this) {
        abandoned = outcome.isEmpty();
        return abandoned ? inTime : outcome.getFirst();
      }
    }

    private void run(String name) {
      Outcome result = result(name);
      boolean tooLate;
      synchronized (this) {
        tooLate = abandoned;
        outcome.add(result);
      }
      if (tooLate) handIn(() -> late.accept(result));
      else done.raise();
    }

    private Outcome result(String name) {
      try {
        return OutcomeText.bounded(Objects.requireNonNull(body.get(), "a tool returned null"));
      } catch (RuntimeException e) {
        // Its message may hold what the customer said.
        LOG.log(Level.WARNING, "the tool " + name + " threw " + e.getClass().getName());
        return whenThrown;
      }
    }
  }
}
