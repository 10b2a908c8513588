package frontdesk.http;

import frontdesk.conversation.Json;
import java.nio.charset.StandardCharsets;

/// One HTTP response. Whoever gets it closes it.
public record Response(int status, Headers headers, Body body) implements AutoCloseable {

  public static Response json(int status, Json json) {
    return of(status, "application/json", json.text());
  }

  public static Response text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text);
  }

  public static Response of(int status, String contentType, String body) {
    return new Response(
        status,
        Headers.of("Content-Type", contentType),
        Body.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  public Response withHeader(String name, String value) {
    return new Response(status, headers.with(name, value), body);
  }

  @Override
  public void close() {
    body.close();
  }
}
