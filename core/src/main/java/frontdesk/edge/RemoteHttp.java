package frontdesk.edge;

import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// A remote HTTP server as an {@link HttpHandler} (HTTP/1.1): the thread that asks does all of it,
/// which suits virtual threads. Follows no redirect and tries nothing again: the answer is what the
/// server said. The response's body is a stream that ends with a {@link SocketTimeoutException}
/// where the server lets it wait too long; closing it early gives the connection up. Keeps a thread
/// that ends idle connections: who needs it for a moment only closes it.
public final class RemoteHttp implements HttpHandler, AutoCloseable {
  private static final String AGENT = "Frontdesk";
  private static final URI ROOT = URI.create("/");

  // The client writes these itself.
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");
  private static final String PLAIN_IN_PATH =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=:@";

  /// How many may be asked at once is for those who ask to decide.
  private static final int CONNECTIONS_MAX = 1 << 20;

  /// Servers close what is idle; then it is better not used again.
  private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(30);

  private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(500);

  // Two of these are kept for each connection, and thousands may wait.
  private static final int BUFFER_BYTES = 4096;

  private final CloseableHttpClient client;
  private final HttpHost host;
  private final String front;
  private final Duration timeLimit;
  private final Duration idle;

  private RemoteHttp(URI base, Duration connect, Duration timeLimit, Duration idle) {
    this.client = pooled(connect);
    this.host = new HttpHost(base.getScheme(), base.getHost(), base.getPort());
    String path = base.getRawPath();
    this.front = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.timeLimit = timeLimit;
    this.idle = idle;
  }

  /// A client of the server at `base`, whose path is put before that of each request.
  ///
  /// @param connect how long a connection may take
  /// @param request how long it may take until the response's headers are there; a request's own
  ///     deadline may shorten it
  /// @param idle how long the response's body may stay without a byte; the request's own deadline
  ///     holds for the body too
  public static RemoteHttp client(URI base, Duration connect, Duration request, Duration idle) {
    return new RemoteHttp(base, connect, request, idle);
  }

  /// Asks the server.
  ///
  /// @throws UncheckedIOException there is no answer
  @Override
  public Response handle(Request asked) {
    HttpUriRequestBase wire = wire(asked);
    var patience = new Patience(wire::abort);
    patience.begin(until(asked));
    try {
      ClassicHttpResponse answer = client.executeOpen(host, wire, null);
      return new Response(answer.getCode(), headers(answer), body(answer, asked, wire));
    } catch (IOException e) {
      throw new UncheckedIOException(patience.ended() ? late(e) : e);
    } finally {
      patience.end();
    }
  }

  /// Ends all its connections; nothing can be asked any more.
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private static CloseableHttpClient pooled(Duration connect) {
    return HttpClients.custom()
        .setConnectionManager(connections(connect))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setResponseTimeout(Timeout.DISABLED) // Patience sees to that
                .build())
        .setProxySelector(ProxySelector.getDefault())
        .setUserAgent(AGENT)
        .evictIdleConnections(IDLE_MAX)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(Duration connect) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom().setBufferSize(BUFFER_BYTES).build())
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(connect))
                .setSocketTimeout(Timeout.DISABLED)
                .setValidateAfterInactivity(LOOKED_AT_AFTER)
                .build())
        // Names are checked by the JDK as it does the handshake.
        .setTlsSocketStrategy(
            new DefaultClientTlsStrategy(
                SSLContexts.createSystemDefault(),
                HostnameVerificationPolicy.BUILTIN,
                NoopHostnameVerifier.INSTANCE))
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnTotal(CONNECTIONS_MAX)
        .setMaxConnPerRoute(CONNECTIONS_MAX)
        .build();
  }

  private Body body(ClassicHttpResponse answer, Request asked, HttpUriRequestBase wire)
      throws IOException {
    HttpEntity entity = answer.getEntity();
    if (entity == null) return Body.empty();
    return Body.of(new ArrivingBody(entity.getContent(), asked.deadline(), idle, wire::abort));
  }

  private long until(Request asked) {
    long now = System.nanoTime();
    long left = Math.min(timeLimit.toNanos(), asked.deadline().nanos() - now);
    if (left <= 0) throw new UncheckedIOException(new SocketTimeoutException("No time left"));
    return now + left;
  }

  private static SocketTimeoutException late(IOException e) {
    var late = new SocketTimeoutException("No answer in time");
    late.initCause(e);
    return late;
  }

  private HttpUriRequestBase wire(Request asked) {
    var wire = new HttpUriRequestBase(asked.method(), ROOT);
    wire.setPath(path(asked));
    asked
        .headers()
        .values()
        .forEach(
            (name, all) -> {
              if (!OWN.contains(name)) all.forEach(value -> wire.addHeader(name, value));
            });
    entity(asked.body(), wire);
    return wire;
  }

  private static void entity(Body body, HttpUriRequestBase wire) {
    if (body.length().isEmpty()) {
      wire.setEntity(new InputStreamEntity(body.stream(), null));
    } else if (body.length().getAsInt() > 0) {
      wire.setEntity(new ByteArrayEntity(body.bytes(body.length().getAsInt()), null));
    }
  }

  private static Headers headers(ClassicHttpResponse answer) {
    var values = new HashMap<String, List<String>>();
    for (Header header : answer.getHeaders()) {
      values.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
    }
    return new Headers(values);
  }

  private String path(Request request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    return front + encoded(request.path()) + query;
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
