package frontdesk.server.chat;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// A conversation with a server, over its API: whole answers. A message that got no answer is
/// sent again under the same idempotency key, so it is never said twice.
public final class RemoteTalk implements Talk {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(75);
  private static final int BYTES_MAX = 4 * 1024 * 1024;
  private static final int TRIES = 3;

  private final HttpHandler server;
  private final Optional<String> key;
  private final String function;
  private final Supplier<String> newId;
  private final Threads threads;
  private String id;

  /// Resumes the conversation of this id, or begins one.
  public RemoteTalk(
      HttpHandler server,
      Optional<String> key,
      String function,
      Optional<String> resume,
      Supplier<String> newId,
      Threads threads) {
    this.server = server;
    this.key = key;
    this.function = function;
    this.newId = newId;
    this.threads = threads;
    this.id = resume.orElseGet(this::create);
  }

  @Override
  public Reply say(String text) {
    String once = newId.get();
    String body = Jsons.json(Jsons.object().put("message", text)).text();
    Answer answer = new Answer(0, Jsons.object());
    for (int i = 0; i < TRIES; i++) {
      answer = send("PATCH", "/api/conversations/" + id + "/", body, Optional.of(once));
      if (answer.status() != 503) break;
    }
    return switch (answer.status()) {
      case 200 -> new Reply.Answer(answer.body().path("bot_message").asString(""));
      case 202 -> new Reply.Notice(WITH_A_PERSON);
      case 502 -> new Reply.Answer(problem(answer)); // the apology that the customer reads
      default -> new Reply.Problem(problem(answer));
    };
  }

  @Override
  public void stop() {
    // The API has no stop; the answer goes on and will be in the history.
  }

  @Override
  public void reset() {
    id = create();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Line> history() {
    Answer answer = send("GET", "/api/conversations/" + id + "/", "", Optional.empty());
    if (answer.status() != 200) throw new TalkException(problem(answer));
    var lines = new ArrayList<Line>();
    for (JsonNode message : answer.body().path("messages")) {
      boolean byCustomer = message.path("role").asString("").equals("user");
      lines.add(new Line(byCustomer, message.path("text").asString("")));
    }
    return lines;
  }

  @Override
  public void close() {
    // Nothing is held open between requests.
  }

  private String create() {
    String body = Jsons.json(Jsons.object().put("function", function)).text();
    Answer answer = send("POST", "/api/conversations/", body, Optional.empty());
    if (answer.status() == 201) return answer.body().path("conversation_id").asString("");
    throw new TalkException(problem(answer));
  }

  private record Answer(int status, JsonNode body) {}

  private Answer send(String method, String path, String body, Optional<String> once) {
    Headers headers = Headers.of("Content-Type", "application/json");
    if (key.isPresent()) headers = headers.with("Authorization", "Bearer " + key.get());
    if (once.isPresent()) headers = headers.with("Idempotency-Key", once.get());
    Deadline deadline = Deadline.in(ANSWER_WITHIN, threads);
    var request = new Request(method, path, "", headers, Body.of(body), "", deadline);
    try (Response response = server.handle(request)) {
      String text = new String(response.body().bytes(BYTES_MAX), StandardCharsets.UTF_8);
      JsonNode json = Jsons.tryObject(text).<JsonNode>map(o -> o).orElseGet(Jsons::object);
      return new Answer(response.status(), json);
    }
  }

  private static String problem(Answer answer) {
    String detail = answer.body().path("detail").asString("");
    if (!detail.isEmpty()) return detail;
    return answer.body().isEmpty()
        ? "the server answered " + answer.status()
        : answer.body().toString();
  }
}
