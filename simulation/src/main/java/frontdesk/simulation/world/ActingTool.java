package frontdesk.simulation.world;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.engine.Deadline;
import frontdesk.simulation.Chance;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;

/// Orders something at the backend. What can go wrong with a client does: no connection, no
/// answer, an exception, an answer long after its time.
record ActingTool(ToolSpec spec, Backend backend, Meddling meddling, Ledger ledger, Chance chance)
    implements Tool {

  /// What such a tool is, if the customer approves each of its acts.
  static ToolSpec spec(String name, Recovery recovery) {
    return ToolSpec.act(name, "Orders an item.", Items.SCHEMA, recovery, Backend.TIME_LIMIT)
        .claiming(Shop.claim(name));
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    meddling.at(context.conversation());
    if (chance(context).oneIn(15)) return notSent("no connection");
    if (!context.maySend()) return notSent("its allowance is over");
    var request = backend.write(context, spec.recovery().orElseThrow());
    return request.isNeverAnswered() ? noAnswer(context) : answer(context, request);
  }

  private Outcome notSent(String why) {
    ledger.saw("requests not sent");
    return new Outcome.NotSent(why);
  }

  private Outcome answer(ToolContext context, Backend.Request request) {
    sleepUntil(request.answers(), context);
    return backend.answer(request);
  }

  private Outcome noAnswer(ToolContext context) {
    if (chance(context).oneIn(2)) {
      context.threads().sleep(Duration.ofMillis(chance(context).below(1_000)));
      throw new IllegalStateException("The connection was reset");
    }
    sleepUntil(context.deadline(), context);
    return new Outcome.Unknown("no answer");
  }

  /// Of this conversation alone, so that what others do changes nothing about it.
  Chance chance(ToolContext context) {
    return chance.named(context.conversation().value());
  }

  private static void sleepUntil(Deadline moment, ToolContext context) {
    context.threads().sleep(moment.left(context.threads()));
  }
}
