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

/// The provider's official client on a wire that gives it the answers of a test, and keeps what
/// it sends.
final class Sdk implements HttpClient {
  private final OpenAIClient client =
      new OpenAIClientImpl(
          ClientOptions.builder().httpClient(this).apiKey("none").maxRetries(0).build());
  private String contentType = "";
  private byte[] answer = {};
  private String sent = "";

  /// The client, which will get this whole answer.
  OpenAIClient json(String text) {
    return answering("application/json", text);
  }

  /// The client, which will get this stream of events.
  OpenAIClient events(String text) {
    return answering("text/event-stream", text);
  }

  private OpenAIClient answering(String type, String text) {
    contentType = type;
    answer = text.getBytes(StandardCharsets.UTF_8);
    return client;
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
