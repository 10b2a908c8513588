package frontdesk.runtime;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.runtime.Step.Looking;
import frontdesk.runtime.Step.Show;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.WriteTool.Previewing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Calls tools, each on a thread of its own and no longer than its time limit: a tool that hangs
/// costs a thread, not the conversation.
final class Calls {
  private final Threads threads;

  Calls(Threads threads) {
    this.threads = threads;
  }

  /// All of them at once; outcomes in the order of the calls.
  List<Returned> look(OnBehalf of, List<Looking> looks) {
    var running = new ArrayList<Running<Outcome>>();
    for (Looking look : looks) running.add(start(of, look));
    var outcomes = new ArrayList<Returned>();
    for (int i = 0; i < looks.size(); i++) {
      CallId call = looks.get(i).call().id();
      outcomes.add(
          new Returned(call, 0, running.get(i).await(new Outcome.Failed("timed out", true))));
    }
    return outcomes;
  }

  /// Asks what the customer is to approve.
  Previewing preview(OnBehalf of, Show show) {
    Deadline deadline = in(show.tool().spec().timeLimit());
    IdempotencyKey key = IdempotencyKey.of(of.conversation(), show.call().id());
    var context = context(of.by(show.principal()), key, Json.NULL, deadline, deadline);
    var failed = new Previewing.Not(new Outcome.Failed("no preview could be made", true));
    var running =
        new Running<Previewing>(
            threads,
            deadline,
            () -> bounded(show.tool().preview(context, show.arguments())),
            failed,
            _ -> {});
    running.start(show.call().tool());
    return running.await(failed);
  }

  /// Acts. What comes back after its time is passed to `late`: it may still be true.
  Outcome act(OnBehalf of, Tool tool, Intended intent, Deadline sendBy, Consumer<Returned> late) {
    // Not from now: the request must have landed when others, who count from the intent, say so.
    var deadline = new Deadline(sendBy.nanos() + intent.timeLimit().toNanos());
    var context =
        context(of.by(intent.principal()), intent.key(), intent.bound(), sendBy, deadline);
    var running =
        new Running<Outcome>(
            threads,
            deadline,
            () -> bounded(tool.call(context, intent.arguments())),
            // Whatever it threw, the request may have had its effect.
            new Outcome.Unknown("the tool failed"),
            outcome -> late.accept(returned(intent, outcome)));
    running.start(tool.spec().name());
    return running.await(new Outcome.Unknown("no answer in time"));
  }

  /// Asks the provider whether an act happened. That it did not is as good as not sent.
  Returned find(OnBehalf of, LooksUp tool, Intended intent) {
    Deadline deadline = in(intent.timeLimit());
    var context =
        context(of.by(intent.principal()), intent.key(), intent.bound(), deadline, deadline);
    Outcome cannotTell = new Outcome.Unknown("the provider could not be asked");
    Supplier<Outcome> body =
        () ->
            switch (tool.find(context, intent.key(), intent.arguments())) {
              case LooksUp.Found.Applied(var outcome) -> bounded(outcome);
              case LooksUp.Found.NotApplied _ ->
                  new Outcome.NotSent("the provider has no such act");
              case LooksUp.Found.CannotTell(var why) -> bounded(new Outcome.Unknown(why));
            };
    var running = new Running<>(threads, deadline, body, cannotTell, _ -> {});
    running.start(tool.spec().name());
    return returned(intent, running.await(cannotTell));
  }

  private Running<Outcome> start(OnBehalf of, Looking look) {
    Call call = look.call();
    Deadline deadline = in(look.tool().spec().timeLimit());
    IdempotencyKey key = IdempotencyKey.of(of.conversation(), call.id());
    var context = context(of, key, Json.NULL, deadline, deadline);
    Json arguments = look.arguments();
    Outcome failed = new Outcome.Failed("the tool failed", false);
    var running =
        new Running<Outcome>(
            threads,
            deadline,
            () -> bounded(look.tool().call(context, arguments)),
            failed,
            _ -> {});
    running.start(call.tool());
    return running;
  }

  private ToolContext context(
      OnBehalf of, IdempotencyKey key, Json bound, Deadline sendBy, Deadline deadline) {
    return new ToolContext(
        of.conversation(),
        of.principal(),
        of.locale(),
        of.zone(),
        key,
        bound,
        of.held(),
        sendBy,
        deadline,
        threads);
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, threads);
  }

  private static Previewing bounded(Previewing previewing) {
    return previewing instanceof Previewing.Not(var why)
        ? new Previewing.Not(bounded(why))
        : previewing;
  }

  private static Outcome bounded(Outcome outcome) {
    return OutcomeText.bounded(Objects.requireNonNull(outcome, "a tool returned null"));
  }

  private static Returned returned(Intended intent, Outcome outcome) {
    return new Returned(intent.call(), intent.attempt(), outcome);
  }
}
