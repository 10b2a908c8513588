package frontdesk.bench;

import frontdesk.bench.outside.Orders;
import frontdesk.bench.peers.Places;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.edge.RemoteHttp;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks the backend about an order.
final class LookUpOrder implements Tool {
  private static final int BYTES_MAX = 64 * 1024;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final ToolSpec SPEC =
      ToolSpec.look(Orders.TOOL, Orders.DESCRIPTION, Orders.PARAMETERS, TIME_LIMIT);

  private final HttpHandler backend;

  LookUpOrder(Places places) {
    this.backend = RemoteHttp.client(places.orders(), TIME_LIMIT, TIME_LIMIT, TIME_LIMIT);
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    String order = Jsons.parse(arguments).path(Orders.ORDER).asString();
    var request =
        new Request("GET", "/" + order, "", Headers.NONE, Body.empty(), "", context.deadline());
    try (Response response = backend.handle(request)) {
      if (response.status() != 200) {
        return new Outcome.Failed("the backend answered " + response.status(), true);
      }
      byte[] body = response.body().bytes(BYTES_MAX);
      return new Outcome.Done(new Json(new String(body, StandardCharsets.UTF_8)));
    } catch (UncheckedIOException e) {
      return new Outcome.Failed("the backend did not answer", true);
    }
  }
}
