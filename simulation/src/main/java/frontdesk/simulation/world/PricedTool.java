package frontdesk.simulation.world;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;

/// Buys something at a price that the customer approved; refuses when it has changed since.
record PricedTool(AskableTool act, Prices prices) implements WriteTool, LooksUp {
  static final String NAME = "buy";

  @Override
  public ToolSpec spec() {
    return act.spec();
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    pause(context);
    if (act.act().chance(context).oneIn(12)) {
      return new Previewing.Not(new Outcome.Refused("sold out"));
    }
    Json price = price(context, arguments);
    return new Previewing.Preview("Buy " + arguments.text() + " at " + price.text() + ".", price);
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    pause(context);
    boolean same = context.bound().equals(price(context, arguments));
    return same ? act.call(context, arguments) : new Outcome.Refused("the price has changed");
  }

  @Override
  public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
    return act.find(context, key, arguments);
  }

  private Json price(ToolContext context, Json arguments) {
    String item = Jsons.parse(arguments).path("item").asString("");
    return prices.of(context.conversation(), item);
  }

  private void pause(ToolContext context) {
    context.threads().sleep(Duration.ofMillis(act.act().chance(context).below(1_000)));
  }
}
