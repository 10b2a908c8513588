package frontdesk.server.http;

import frontdesk.http.Response;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Requests that are refused before a handler sees them. Our own handlers' errors never get here,
/// so whatever failed was the peer's doing: 4xx, and the connection is closed.
final class Refusal {
  private Refusal() {}

  static TransportResponse answer(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders ignored,
      @Nullable String message) {
    return written(status.code());
  }

  private static TransportResponse written(int proposed) {
    int status = proposed >= 400 && proposed < 500 ? proposed : 400;
    try (Response response = Errors.of(status, detail(status))) {
      return DirectHandler.TransportResponse.builder()
          .status(Status.create(status))
          .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"))
          .header(HeaderValues.create(Exchange.NO_SNIFF, "nosniff"))
          .keepAlive(false)
          .entity(response.body().bytes(Exchange.ERROR_BYTES_MAX))
          .build();
    }
  }

  private static String detail(int status) {
    return switch (status) {
      case 413 -> "The request is too large.";
      case 414 -> "The request line is too long.";
      case 415 -> "Send the body without Content-Encoding.";
      default -> "Bad request.";
    };
  }

  /// Looks at each head before its body: it is never decompressed, so that a small body stays small
  /// (W14).
  static final class OfHeads implements Http1ConnectionListener {
    @Override
    public void headers(ConnectionContext context, Headers headers) {
      if (context instanceof Peer peer) peer.headWasRead();
      if (!headers.contains(HeaderNames.CONTENT_ENCODING)) return;
      boolean identity =
          headers.all(HeaderNames.CONTENT_ENCODING, List::of).stream()
              .allMatch(coding -> coding.strip().equalsIgnoreCase("identity"));
      if (!identity) {
        throw RequestException.builder()
            .type(EventType.BAD_REQUEST)
            .status(Status.UNSUPPORTED_MEDIA_TYPE_415)
            .setKeepAlive(false)
            .message("Content-Encoding")
            .build();
      }
      if (headers instanceof WritableHeaders<?> writable) {
        writable.remove(HeaderNames.CONTENT_ENCODING);
      }
    }
  }
}
