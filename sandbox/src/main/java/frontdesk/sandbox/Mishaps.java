package frontdesk.sandbox;

import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;

/// Makes troubles happen. A connection is cut by a body that cannot be read: a server that has
/// promised more than it can send has only that left.
final class Mishaps {
  private static final String NO_ANSWER = "<html><body>\u0000 {\"answer\": tru";

  private final StandIn standIn;
  private final Threads threads;
  private final Holds holds;

  Mishaps(StandIn standIn, Threads threads, Holds holds) {
    this.standIn = standIn;
    this.threads = threads;
    this.holds = holds;
  }

  Response happen(Trouble trouble, Request request, Supplier<Response> deed) {
    return switch (trouble) {
      case Trouble.None _ -> deed.get();
      case Trouble.Status(int status) -> standIn.failure(status);
      case Trouble.StatusAfter(int status) -> after(deed, standIn.failure(status));
      case Trouble.Failure(var name) -> standIn.failure(name).orElseThrow();
      case Trouble.Delay(var time) -> late(time, request, deed);
      case Trouble.Hold _ -> holds.await(request.deadline()) ? deed.get() : dropped();
      case Trouble.DropBefore _ -> dropped();
      case Trouble.DropAfter _ -> after(deed, dropped());
      case Trouble.Garbage _ -> Response.of(200, "application/json", NO_ANSWER);
      case Trouble.Cut(int bytes) -> over(deed.get(), body -> new CutBody(body, bytes));
      case Trouble.Stall(int bytes) ->
          over(
              deed.get(),
              body -> new PausedBody(body, bytes, () -> holds.await(request.deadline())));
      case Trouble.Slow(var each) ->
          over(deed.get(), body -> new SlowBody(body, () -> sleep(each, request)));
    };
  }

  /// A response of which nothing is ever sent.
  private static Response dropped() {
    return new Response(200, Headers.NONE, Body.of(new CutBody(InputStream.nullInputStream(), 0)));
  }

  private static Response after(Supplier<Response> deed, Response instead) {
    deed.get().close();
    return instead;
  }

  private Response late(Duration time, Request request, Supplier<Response> deed) {
    sleep(time, request);
    return deed.get();
  }

  private void sleep(Duration time, Request request) {
    Duration left = request.deadline().left(threads);
    threads.sleep(time.compareTo(left) > 0 ? left : time);
  }

  private interface Wrap {
    InputStream around(InputStream body);
  }

  private static Response over(Response response, Wrap wrap) {
    InputStream body = wrap.around(response.body().stream());
    return new Response(response.status(), response.headers(), Body.of(body));
  }
}
