package frontdesk.server.commands;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.Operations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Where an operator's commands are carried out.
sealed interface OpsSource {
  JsonNode list();

  Optional<JsonNode> show(String id);

  Optional<List<String>> export(String id);

  boolean remove(String id, long version);

  boolean restore(List<String> lines);

  /// On a store that this process holds.
  record Local(Operations operations) implements OpsSource {
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
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
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
      String detail =
          Jsons.tryObject(answer.body()).map(o -> o.path("detail").asString("")).orElse("");
      if (answer.status() == 401) {
        throw new InvalidSettings(
            List.of("FRONTDESK_KEY: the server does not take it for an operator's"));
      }
      throw new IllegalStateException("the server answered " + answer.status() + " " + detail);
    }
  }
}
