package frontdesk.server.http;

import java.time.Duration;

/// Where the server listens and how much of itself it lends to one peer.
///
/// @param port 0 picks a free one
public record Listen(String host, int port, Limits limits) {
  public static final String LOOPBACK = "127.0.0.1";

  public Listen {
    if (host.isBlank()) throw new IllegalArgumentException("listen: the host is blank");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("listen: no port from 0 to 65535: " + port);
    }
  }

  /// On this machine only, with the usual limits.
  public static Listen local(int port) {
    return new Listen(LOOPBACK, port, Limits.USUAL);
  }

  /// What one peer may take. Whoever exceeds a time is cut off; a size, refused with 4xx.
  ///
  /// @param connections open at once, over all peers; more wait until one closes
  /// @param headBytes the header fields of a request together
  /// @param bodyBytes the largest body that any route reads
  /// @param idle until the first byte of the next request
  /// @param head from a request's first byte to its last header
  /// @param body from the first read of a body to its end
  /// @param write one write of a response
  /// @param request until the answer: the deadline that handlers see
  public record Limits(
      int connections,
      int headBytes,
      int bodyBytes,
      Duration idle,
      Duration head,
      Duration body,
      Duration write,
      Duration request) {

    public static final Limits USUAL =
        new Limits(
            10_000,
            16 * 1024,
            4 * 1024 * 1024,
            Duration.ofSeconds(75),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(90));
  }
}
