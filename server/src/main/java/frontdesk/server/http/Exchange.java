package frontdesk.server.http;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.store.StoreException;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One request and its response: from Helidon's types to ours and back.
final class Exchange {
  static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
  static final int ERROR_BYTES_MAX = 4 * 1024;

  private static final Logger LOG = System.getLogger(Exchange.class.getName());
  private static final int HEADERS_MAX = 100;
  private static final int METHOD_CHARS_MAX = 20;
  private static final int COPY_BYTES = 8 * 1024;
  // The framing of a response is the server's own.
  private static final Set<String> FRAMING =
      Set.of("content-length", "transfer-encoding", "connection", "server", "date");

  private final HttpHandler handler;
  private final Listen.Limits limits;
  private final Threads threads;
  private final Supplier<String> newId;
  private final BooleanSupplier closing;

  Exchange(
      HttpHandler handler,
      Listen.Limits limits,
      Threads threads,
      Supplier<String> newId,
      BooleanSupplier closing) {
    this.handler = handler;
    this.limits = limits;
    this.threads = threads;
    this.newId = newId;
    this.closing = closing;
  }

  /// Answers the request.
  ///
  /// @throws CloseConnectionException the connection must not be used again
  void run(ServerRequest in, RoutingResponse out) {
    try (Response response = answer(in)) {
      boolean last = isLast(in, response);
      write(in, out, response, last);
      endOf(in, last && saysClose(response));
      if (last) throw new CloseConnectionException("The last response of this connection");
    }
  }

  private Response answer(ServerRequest in) {
    if (headerCount(in) > HEADERS_MAX) {
      return Errors.closing(Errors.of(431, "Too many header fields."));
    }
    var body = new PulledBody(in, limits.bodyBytes());
    return request(in, body).map(request -> handled(request, body)).orElseGet(Errors::badRequest);
  }

  /// The one catch-all of a request.
  private Response handled(Request request, PulledBody body) {
    try {
      return handler.handle(request);
    } catch (Body.TooLarge e) {
      return Errors.tooLarge();
    } catch (StoreException e) {
      LOG.log(Level.ERROR, "The store failed; answered 503", e);
      return Errors.unavailable("The store cannot be used now. Try again.");
    } catch (RuntimeException | Error e) {
      return switch (body.state()) {
        case MALFORMED -> Errors.badRequest();
        case BROKEN -> throw new CloseConnectionException("The body broke off", e);
        case SOUND -> failed(e);
      };
    }
  }

  private Response failed(Throwable e) {
    String id = newId.get();
    LOG.log(Level.ERROR, "A request failed; answered 500, request=" + id, e);
    return Errors.of(500, "A server error occurred.").withHeader("X-Request-Id", id);
  }

  private Optional<Request> request(ServerRequest in, PulledBody body) {
    String method = in.prologue().method().text();
    if (!isMethod(method)) return Optional.empty();
    try {
      return Target.path(in.prologue().uriPath().rawPath())
          .map(
              path ->
                  new Request(
                      method,
                      path,
                      in.prologue().query().rawValue(),
                      headers(in),
                      Body.of(body),
                      remote(in),
                      Deadline.in(limits.request(), threads)));
    } catch (IllegalArgumentException e) { // a control character in a header
      LOG.log(Level.DEBUG, "A malformed request was refused", e);
      return Optional.empty();
    }
  }

  private static boolean isMethod(String method) {
    return !method.isEmpty()
        && method.length() <= METHOD_CHARS_MAX
        && method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static int headerCount(ServerRequest in) {
    int count = 0;
    for (Header header : in.headers()) count += header.valueCount();
    return count;
  }

  private static Headers headers(ServerRequest in) {
    Map<String, List<String>> all = new HashMap<>();
    for (Header header : in.headers()) {
      all.computeIfAbsent(header.headerName().lowerCase(), _ -> new ArrayList<>())
          .addAll(header.allValues());
    }
    return new Headers(all);
  }

  private static String remote(ServerRequest in) {
    return in.remotePeer().address() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : "";
  }

  private boolean isLast(ServerRequest in, Response response) {
    return saysClose(response)
        || closing.getAsBoolean()
        || in.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  private static boolean saysClose(Response response) {
    return response.headers().only("Connection").filter("close"::equals).isPresent();
  }

  private void write(ServerRequest in, RoutingResponse out, Response response, boolean last) {
    out.status(Status.create(response.status()));
    response
        .headers()
        .values()
        .forEach(
            (name, values) -> {
              if (!FRAMING.contains(name)) out.header(HeaderNames.create(name), array(values));
            });
    out.header(HeaderValues.create(NO_SNIFF, "nosniff"));
    if (last) out.header(HeaderValues.CONNECTION_CLOSE);
    if (isBodiless(response.status())) out.send();
    else if (in.prologue().method().text().equals("HEAD")) sendHead(out, response);
    else if (response.body().length().isPresent()) sendBytes(out, response.body());
    else stream(out, response.body());
  }

  private static void sendHead(RoutingResponse out, Response response) {
    response
        .body()
        .length()
        .ifPresent(
            length ->
                out.header(
                    HeaderValues.create(HeaderNames.CONTENT_LENGTH, String.valueOf(length))));
    out.send();
  }

  private static void sendBytes(RoutingResponse out, Body body) {
    out.send(body.bytes(body.length().orElseThrow()));
  }

  /// Each piece leaves when it comes, as an event stream needs it.
  private static void stream(RoutingResponse out, Body body) {
    byte[] piece = new byte[COPY_BYTES];
    try (OutputStream to = out.outputStream()) {
      InputStream from = body.stream();
      for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
        to.write(piece, 0, n);
        to.flush();
      }
    } catch (IOException | UncheckedIOException e) {
      // Part of it is out: only the broken connection can tell the peer that the rest is missing,
      // and it need not wait to be told.
      Peer.CURRENT.get().cutOff();
      throw new CloseConnectionException("The response broke off", e);
    }
    out.commit();
  }

  /// Reads what the handler left of the body, so that the next request begins at its beginning.
  private static void endOf(ServerRequest in, boolean refused) {
    if (refused) return;
    try {
      if (!in.content().consumed()) in.content().consume();
    } catch (RuntimeException e) {
      throw new CloseConnectionException("The rest of the body could not be read", e);
    }
    Peer.CURRENT.get().requestEnded();
  }

  private static boolean isBodiless(int status) {
    return status == 204 || status == 205 || status == 304;
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }
}
