package frontdesk.adapters.openai;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.engine.HandTime;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// A provider that gives the same answer to every request, and remembers what it was asked and
/// what was shown to whoever watched.
final class Provider implements HttpHandler {
  static final ModelRequest HELLO = Requests.of(new Message.Customer("Hello"));

  final List<Request> asked = new ArrayList<>();
  final List<byte[]> bodies = new ArrayList<>();
  final StringBuilder shown = new StringBuilder();
  final HandTime time = new HandTime();
  boolean closed;
  private final int status;
  private Headers headers;
  private final InputStream body;

  private Provider(int status, String contentType, InputStream body) {
    this.status = status;
    this.headers = Headers.of("Content-Type", contentType);
    this.body = body;
  }

  static Provider json(int status, String body) {
    return new Provider(status, "application/json; charset=utf-8", stream(body));
  }

  static Provider page(int status, String body) {
    return new Provider(status, "text/html", stream(body));
  }

  static Provider error(int status, InputStream body) {
    return new Provider(status, "application/json", body);
  }

  static Provider events(String body) {
    return events(stream(body));
  }

  static Provider events(InputStream body) {
    return new Provider(200, "text/event-stream; charset=utf-8", body);
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same bytes, split anywhere.
  static InputStream split(byte[] bytes, RandomGenerator random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, random.nextInt(1, 40)));
      }
    };
  }

  Provider withHeader(String name, String value) {
    headers = headers.with(name, value);
    return this;
  }

  @Override
  public Response handle(Request request) {
    asked.add(request);
    bodies.add(request.body().bytes(10_000_000));
    return new Response(status, headers, Body.of(closing()));
  }

  private InputStream closing() {
    return new FilterInputStream(body) {
      @Override
      public void close() {
        closed = true;
      }
    };
  }

  ModelReply reply(Api api) {
    return reply(api, HELLO);
  }

  ModelReply reply(Api api, ModelRequest request) {
    return new OpenAi(this, Requests.settings(api, true), time).reply(request, shown::append);
  }

  JsonNode sent() {
    return Jsons.parse(new String(bodies.getLast(), StandardCharsets.UTF_8));
  }
}
