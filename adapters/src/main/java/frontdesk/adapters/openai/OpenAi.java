package frontdesk.adapters.openai;

import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// A model of a provider that speaks the Responses API or Chat Completions. One attempt for each
/// call, and one more where the provider cannot read what another account or server has sealed in
/// the history. What it throws may come after pieces of a reply were shown.
///
/// Errors name the provider's code and the id of its request, never its words: those may repeat
/// what a customer said.
public final class OpenAi implements ChatModel {
  private static final int BODY_BYTES_MAX = 4 * 1024 * 1024;

  private final HttpHandler http;
  private final OpenAiSettings settings;
  private final Threads threads;
  private final Dialect dialect;
  private final Headers headers;

  /// A model of the provider.
  ///
  /// @param http the provider's server, with the path of its API's root, such as `/v1`
  public OpenAi(HttpHandler http, OpenAiSettings settings, Threads threads) {
    this.http = http;
    this.settings = settings;
    this.threads = threads;
    this.dialect = Dialect.of(settings);
    this.headers = settings.headers().with("Content-Type", "application/json");
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    if (request.deadline().passed(threads)) throw Failures.timeout("no time left to ask");
    try {
      return replied(request, stream);
    } catch (ModelException e) {
      ModelRequest told = request.withoutItems();
      if (!e.code().equals(Failures.SEALED_ELSEWHERE) || told.equals(request)) throw e;
      return replied(told, stream);
    }
  }

  private ModelReply replied(ModelRequest request, Consumer<String> stream) {
    String model = request.wishes().model().orElse(settings.model());
    byte[] body = dialect.request(request, model, settings.streams(request));
    var draft = new Draft(stream);
    long received = ask(request, body, draft);
    String made = dialect.made(model);
    return draft.reply(made, body.length, received, request.wishes().replyTokens());
  }

  /// Fills the draft with the provider's answer.
  ///
  /// @return bytes that came
  private long ask(ModelRequest request, byte[] body, Draft draft) {
    var asked =
        new Request("POST", dialect.path(), "", headers, Body.of(body), "", request.deadline());
    try (var answer = new Answer(http.handle(asked), threads)) {
      Response response = answer.response();
      if (response.status() / 100 != 2) throw Failures.of(response, request.now());
      return read(request, answer, dialect.reading(draft), draft);
    } catch (UncheckedIOException e) {
      throw Failures.of(e, request.deadline().passed(threads));
    }
  }

  private long read(ModelRequest request, Answer answer, Dialect.Reading reading, Draft draft) {
    Response response = answer.response();
    try {
      return isEventStream(request, response)
          ? events(request, answer, reading, draft)
          : whole(response, reading);
    } catch (ProviderError.Told e) {
      throw Failures.of(e.error(), response);
    } catch (JacksonException e) {
      throw Failures.broken("the answer is not valid JSON");
    } catch (Body.TooLarge e) {
      throw Failures.broken("the answer is larger than " + BODY_BYTES_MAX + " bytes");
    }
  }

  /// Not every server does as it was asked.
  private boolean isEventStream(ModelRequest request, Response response) {
    return response
        .headers()
        .only("content-type")
        .map(type -> type.startsWith("text/event-stream"))
        .orElse(settings.streams(request));
  }

  private static long whole(Response response, Dialect.Reading reading) {
    byte[] body = response.body().bytes(BODY_BYTES_MAX);
    reading.whole(body);
    if (!reading.ended()) throw Failures.broken("the answer holds no reply");
    return body.length;
  }

  private long events(ModelRequest request, Answer answer, Dialect.Reading reading, Draft draft) {
    var events = new EventStream(answer.response().body().stream());
    try {
      while (!draft.isFull() && events.next()) {
        if (events.length() == 0) continue;
        boolean done = events.dataIs("[DONE]");
        if (!done) reading.event(events.data(), events.length(), events.name());
        if (reading.ended() && (done || reading.saidAll())) {
          answer.isWhole();
          break;
        }
        if (request.deadline().passed(threads)) break;
      }
    } catch (IOException e) {
      if (!reading.ended()) throw Failures.of(e, request.deadline().passed(threads));
    }
    if (!reading.ended() && !draft.isFull()) throw notEnded(request);
    return events.received();
  }

  private ModelException notEnded(ModelRequest request) {
    return request.deadline().passed(threads)
        ? Failures.timeout("the deadline passed before the reply had ended")
        : Failures.broken("the answer broke off");
  }
}
