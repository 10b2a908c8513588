package frontdesk.sandbox;

import frontdesk.engine.Threads;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A stand-in with what all of them share: faults on request, effects, reset and a page. For one
/// machine: whoever reaches it may control it.
public final class Sandbox {
  private static final String CONTROL = "/_control/";
  private static final int CONTROL_BYTES_MAX = 4 * 1024 * 1024;

  private final StandIn standIn;
  private final Faults faults = new Faults();
  private final Holds holds;
  private final Mishaps mishaps;

  public Sandbox(StandIn standIn, Threads threads) {
    this.standIn = standIn;
    this.holds = new Holds(threads);
    this.mishaps = new Mishaps(standIn, threads, holds);
  }

  public String name() {
    return standIn.name();
  }

  /// The vendor's API, its control and its page, all at `/`: what `sandbox NAME` listens with.
  public HttpHandler alone() {
    return request -> isDesk(request) ? desk(request) : api(request);
  }

  /// The vendor's API.
  public Response api(Request request) {
    Trouble fault = faults.next(request.method(), request.path());
    return mishaps.happen(
        fault,
        request,
        () -> {
          Answer answer = standIn.answer(request);
          return mishaps.happen(answer.trouble(), request, answer.deed());
        });
  }

  /// The page at `/` and the control under `/_control/`.
  public Response desk(Request request) {
    try {
      if (request.path().startsWith(CONTROL)) return controlled(request);
      if (!request.path().equals("/")) return detail(404, "Not found.");
      if (!isReading(request)) return detail(405, "Method not allowed.");
      return Response.of(200, "text/html; charset=utf-8", Html.page(name(), standIn.page()));
    } catch (WrongControl e) {
      return detail(400, String.valueOf(e.getMessage()));
    }
  }

  /// The body of a control request as JSON.
  ///
  /// @param name of the control, for the error
  /// @throws WrongControl it is none
  public static JsonNode json(String name, Request request) {
    byte[] bytes = request.body().bytes(CONTROL_BYTES_MAX);
    try {
      return Jsons.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (InvalidJson e) {
      throw new WrongControl(name + ": the body is " + e.getMessage() + ", send JSON");
    }
  }

  private Response controlled(Request request) {
    String control = request.path().substring(CONTROL.length());
    return switch (request.method() + " " + control) {
      case "POST faults" -> addFaults(request);
      case "POST release" -> counted("released", holds.release());
      case "POST reset" -> reset();
      case "GET effects", "HEAD effects" -> effects();
      default ->
          request.method().equals("POST")
              ? standIn.control(control, request).orElseGet(() -> detail(404, "Not found."))
              : detail(404, "Not found.");
    };
  }

  private Response addFaults(Request request) {
    var added = Fault.all(json("faults", request), standIn.failures());
    faults.add(added);
    return counted("faults", added.size());
  }

  private Response reset() {
    faults.reset();
    holds.release();
    standIn.reset();
    return Response.json(200, Jsons.json(Jsons.object()));
  }

  private Response effects() {
    ArrayNode list = Jsons.array();
    for (Effect effect : standIn.effects()) {
      ObjectNode one = Jsons.object().put("kind", effect.kind()).put("key", effect.key());
      list.add(one.put("count", effect.count()));
    }
    return Response.json(200, Jsons.json(list));
  }

  private static Response counted(String what, int count) {
    return Response.json(200, Jsons.json(Jsons.object().put(what, count)));
  }

  private static Response detail(int status, String line) {
    return Response.json(status, Jsons.json(Jsons.object().put("detail", line)));
  }

  private static boolean isDesk(Request request) {
    boolean page = request.path().equals("/") && isReading(request);
    return page || request.path().startsWith(CONTROL);
  }

  private static boolean isReading(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }
}
