package frontdesk.server.commands;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.Handled;
import frontdesk.runtime.Operations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where an operator's commands are carried out.
sealed interface OpsSource {
  JsonNode list();

  Optional<JsonNode> show(String id);

  Optional<List<String>> export(String id);

  boolean remove(String id, long version);

  boolean restore(List<String> lines);

  Handled takeOver(String id);

  Handled say(String id, String text);

  Handled handBack(String id);

  Handled replay(String id);

  Handled settle(String id, String call, boolean happened);

  /// When what was accepted is worked on, if not at once: the end of a sentence.
  String when();

  /// On a store that this process holds.
  record Local(Operations operations) implements OpsSource {
    private static final Principal.Operator WHO = new Principal.Operator("local");

    @Override
    public JsonNode list() {
      return operations.list();
    }

    @Override
    public Optional<JsonNode> show(String id) {
      return id(id).flatMap(operations::show).map(shown -> shown);
    }

    @Override
    public Optional<List<String>> export(String id) {
      return id(id).flatMap(operations::export);
    }

    @Override
    public boolean remove(String id, long version) {
      return id(id).map(conversation -> operations.remove(conversation, version)).orElse(false);
    }

    @Override
    public boolean restore(List<String> lines) {
      return operations.restore(lines);
    }

    @Override
    public Handled takeOver(String id) {
      return handled(id, conversation -> operations.takeOver(WHO, conversation));
    }

    @Override
    public Handled say(String id, String text) {
      return handled(id, conversation -> operations.say(WHO, conversation, text));
    }

    @Override
    public Handled handBack(String id) {
      return handled(id, conversation -> operations.handBack(WHO, conversation));
    }

    @Override
    public Handled replay(String id) {
      return handled(id, conversation -> operations.replay(WHO, conversation));
    }

    @Override
    public Handled settle(String id, String call, boolean happened) {
      return handled(id, conversation -> operations.settle(WHO, conversation, call, happened));
    }

    @Override
    public String when() {
      return " (kept, and worked on when a server starts with this data)";
    }

    private static Handled handled(String id, Function<ConversationId, Handled> act) {
      return id(id).map(act).orElseGet(Handled.NoConversation::new);
    }

    private static Optional<ConversationId> id(String id) {
      try {
        return Optional.of(new ConversationId(id));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  /// On a server, over its API.
  record Remote(HttpHandler server, String key, Threads threads) implements OpsSource {
    private static final String CONVERSATIONS = "/api/ops/conversations/";
    private static final int BYTES_MAX = 64 * 1024 * 1024;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int INVALID = 400;
    private static final int TOO_LARGE = 413;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @Override
    public JsonNode list() {
      return Jsons.parse(expect(send("GET", CONVERSATIONS, "", ""), OK));
    }

    @Override
    public Optional<JsonNode> show(String id) {
      Answer answer = send("GET", CONVERSATIONS + id + "/", "", "");
      return answer.status() == NOT_FOUND
          ? Optional.empty()
          : Optional.of(Jsons.parse(expect(answer, OK)));
    }

    @Override
    public Optional<List<String>> export(String id) {
      Answer answer = send("GET", CONVERSATIONS + id + "/archive/", "", "");
      return answer.status() == NOT_FOUND
          ? Optional.empty()
          : Optional.of(expect(answer, OK).lines().toList());
    }

    @Override
    public boolean remove(String id, long version) {
      Answer answer = send("DELETE", CONVERSATIONS + id + "/", "version=" + version, "");
      if (answer.status() != CONFLICT) expect(answer, NO_CONTENT);
      return answer.status() == NO_CONTENT;
    }

    @Override
    public boolean restore(List<String> lines) {
      Answer answer = send("POST", "/api/ops/restore/", "", String.join("\n", lines));
      if (answer.status() != CONFLICT) expect(answer, CREATED);
      return answer.status() == CREATED;
    }

    @Override
    public Handled takeOver(String id) {
      return act(id, "takeover", Jsons.object());
    }

    @Override
    public Handled say(String id, String text) {
      return act(id, "say", Jsons.object().put("text", text));
    }

    @Override
    public Handled handBack(String id) {
      return act(id, "handback", Jsons.object());
    }

    @Override
    public Handled replay(String id) {
      return act(id, "replay", Jsons.object());
    }

    @Override
    public Handled settle(String id, String call, boolean happened) {
      return act(id, "settle", Jsons.object().put("call", call).put("happened", happened));
    }

    @Override
    public String when() {
      return "";
    }

    private Handled act(String id, String name, ObjectNode given) {
      String path = CONVERSATIONS + id + "/" + name + "/";
      Answer answer = send("POST", path, "", Jsons.json(given).text());
      return switch (answer.status()) {
        case OK, ACCEPTED ->
            new Handled.Accepted(Jsons.parse(answer.body()).path("status").asString(""));
        case NOT_FOUND -> new Handled.NoConversation();
        case CONFLICT -> new Handled.InVain(detail(answer));
        case INVALID, TOO_LARGE -> new Handled.Wrong(detail(answer).replaceFirst("^text: ", ""));
        default -> throw refusal(answer);
      };
    }

    private record Answer(int status, String body) {}

    private Answer send(String method, String path, String query, String body) {
      Headers headers = Headers.of("Authorization", "Bearer " + key);
      Deadline deadline = Deadline.in(Duration.ofSeconds(60), threads);
      var request = new Request(method, path, query, headers, Body.of(body), "", deadline);
      try (Response response = server.handle(request)) {
        byte[] bytes = response.body().bytes(BYTES_MAX);
        return new Answer(response.status(), new String(bytes, StandardCharsets.UTF_8));
      }
    }

    private static String expect(Answer answer, int status) {
      if (answer.status() == status) return answer.body();
      throw refusal(answer);
    }

    private static RuntimeException refusal(Answer answer) {
      if (answer.status() == UNAUTHORISED) {
        return new InvalidSettings(
            List.of("FRONTDESK_KEY: the server does not take it for an operator's"));
      }
      return new IllegalStateException(
          "the server answered " + answer.status() + " " + detail(answer));
    }

    /// `{"detail"}`, or the first problem of a field.
    private static String detail(Answer answer) {
      JsonNode body = Jsons.tryObject(answer.body()).orElseGet(Jsons::object);
      return body.valueStream()
          .map(problem -> problem.isArray() ? problem.path(0) : problem)
          .map(problem -> problem.asString(""))
          .findFirst()
          .orElse("");
    }
  }
}
