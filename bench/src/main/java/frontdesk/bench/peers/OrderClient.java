package frontdesk.bench.peers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// What both peers know of HTTP: a call that has to be answered with 200.
final class OrderClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = Places.client();
  private final String orders;

  OrderClient(Places places) {
    this.orders = places.orders() + "/";
  }

  /// The backend's answer about an order.
  String order(String order) {
    return answer(HttpRequest.newBuilder(URI.create(orders + order)).GET());
  }

  String answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (response.statusCode() == 200) return response.body();
      throw new IOException("The answer was " + response.statusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Interrupted"));
    }
  }
}
