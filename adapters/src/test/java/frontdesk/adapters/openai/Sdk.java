package frontdesk.adapters.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// The provider's official client on a wire that gives it one answer: what it sends is kept.
final class Sdk implements HttpClient {
  private final String contentType;
  private final byte[] answer;
  private String sent = "";

  private Sdk(String contentType, byte[] answer) {
    this.contentType = contentType;
    this.answer = answer;
  }

  static Sdk json(String answer) {
    return new Sdk("application/json", answer.getBytes(StandardCharsets.UTF_8));
  }

  static Sdk events(String answer) {
    return new Sdk("text/event-stream", answer.getBytes(StandardCharsets.UTF_8));
  }

  OpenAIClient client() {
    return new OpenAIClientImpl(
        ClientOptions.builder().httpClient(this).apiKey("none").maxRetries(0).build());
  }

  /// The body of the newest request.
  String sent() {
    return sent;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    var bytes = new ByteArrayOutputStream();
    Objects.requireNonNull(request.body()).writeTo(bytes);
    sent = bytes.toString(StandardCharsets.UTF_8);
    return new Answer(contentType, new ByteArrayInputStream(answer));
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.completedFuture(execute(request, options));
  }

  @Override
  public void close() {}

  private record Answer(String contentType, InputStream body) implements HttpResponse {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Headers headers() {
      return Headers.builder().put("Content-Type", contentType).build();
    }

    @Override
    public void close() {}
  }
}
