package frontdesk.edge;

import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// A remote HTTP server as an {@link HttpHandler}, over the JDK's client (HTTP/1.1). Follows no
/// redirect: the answer is what the server said. The response's body is a stream that ends with an
/// {@link HttpTimeoutException} where the server lets it wait too long; closing it early gives the
/// connection up.
public final class JdkHttp {
  // The client writes these itself.
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");
  private static final String PLAIN_IN_PATH =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=:@";

  private JdkHttp() {}

  /// A client of the server at `base`, whose path is put before that of each request.
  ///
  /// @param connect how long a connection may take
  /// @param request how long it may take until the response's headers are there; a request's own
  ///     deadline may shorten it
  /// @param idle how long the response's body may stay without a byte; the request's own deadline
  ///     holds for the body too
  /// @return a handler that throws {@link UncheckedIOException} when there is no answer
  public static HttpHandler client(URI base, Duration connect, Duration request, Duration idle) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(connect)
            // Half of the CPU that its own pool of platform threads takes for a call.
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    return asked -> send(client, wire(base, request, asked), body(asked, idle));
  }

  private static BodyHandler<InputStream> body(Request request, Duration idle) {
    return _ -> new ArrivingBody(request.deadline(), idle);
  }

  private static Response send(
      HttpClient client, HttpRequest request, BodyHandler<InputStream> body) {
    try {
      HttpResponse<InputStream> response = client.send(request, body);
      Map<String, List<String>> headers = response.headers().map();
      return new Response(response.statusCode(), new Headers(headers), Body.of(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Interrupted"));
    }
  }

  private static HttpRequest wire(URI base, Duration timeout, Request request) {
    HttpRequest.Builder wire =
        HttpRequest.newBuilder(uri(base, request))
            .method(request.method(), publisher(request.body()))
            .timeout(earlier(timeout, request));
    request
        .headers()
        .values()
        .forEach(
            (name, all) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                all.forEach(value -> wire.header(name, value));
              }
            });
    return wire.build();
  }

  private static Duration earlier(Duration timeout, Request request) {
    long left = Math.min(timeout.toNanos(), request.deadline().nanos() - System.nanoTime());
    if (left <= 0) throw new UncheckedIOException(new HttpTimeoutException("No time left"));
    return Duration.ofNanos(left);
  }

  private static BodyPublisher publisher(Body body) {
    if (body.length().isEmpty()) return BodyPublishers.ofInputStream(body::stream);
    int length = body.length().getAsInt();
    return length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes(length));
  }

  private static URI uri(URI base, Request request) {
    String root = base.toString();
    String front = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    return URI.create(front + encoded(request.path()) + query);
  }

  private static String encoded(String path) {
    var text = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN_IN_PATH.indexOf(b) >= 0) text.append((char) b);
      else text.append('%').append(String.format(Locale.ROOT, "%02X", b));
    }
    return text.toString();
  }
}
