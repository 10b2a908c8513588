package frontdesk.bench.peers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;

/// Where model and backend are.
public record Places(int model, int backend) {

  /// The client of both, as the JDK has it. HTTP/1.1, or it would ask for an upgrade that neither
  /// knows.
  static HttpClient client() {
    return HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  }

  /// The provider's API.
  public URI provider() {
    return at(model, "/v1");
  }

  /// The backend.
  public URI orders() {
    return at(backend, "/orders");
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
