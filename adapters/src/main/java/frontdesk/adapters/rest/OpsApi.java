package frontdesk.adapters.rest;

import frontdesk.conversation.ConversationId;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.Operations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What operators do, over HTTP: keys of the role operator only.
public final class OpsApi {
  private static final int ARCHIVE_BYTES_MAX = 64 * 1024 * 1024;

  private final Keys keys;
  private final Operations operations;

  public OpsApi(Keys keys, Operations operations) {
    this.keys = keys;
    this.operations = operations;
  }

  /// `GET /api/ops/conversations/`
  public Response list(Request request) {
    return asOperator(request, () -> Response.json(200, Jsons.json(operations.list())));
  }

  /// `GET /api/ops/conversations/{id}/`
  public Response show(Request request, String id) {
    return withId(
        request,
        id,
        conversation ->
            operations
                .show(conversation)
                .map(shown -> Response.json(200, Jsons.json(shown)))
                .orElseGet(Answers::notFound));
  }

  /// `GET /api/ops/conversations/{id}/archive/`: its lines; it stays.
  public Response export(Request request, String id) {
    return withId(
        request,
        id,
        conversation ->
            operations
                .export(conversation)
                .map(
                    lines -> Response.of(200, "application/jsonl", String.join("\n", lines) + "\n"))
                .orElseGet(Answers::notFound));
  }

  /// `DELETE /api/ops/conversations/{id}/?version=N`: removes it, once its archive is safe.
  public Response remove(Request request, String id) {
    return withId(
        request,
        id,
        conversation -> {
          String version = request.query().replaceFirst("^version=", "");
          if (!version.matches("\\d{1,18}")) {
            return Answers.detail(400, "version: give the version that was archived");
          }
          return operations.remove(conversation, Long.parseLong(version))
              ? new Response(204, Headers.NONE, Body.empty())
              : Answers.detail(409, Operations.NOT_AT_REST);
        });
  }

  /// `POST /api/ops/restore/`
  public Response restore(Request request) {
    return asOperator(
        request,
        () -> {
          String text = new String(request.body().bytes(ARCHIVE_BYTES_MAX), StandardCharsets.UTF_8);
          try {
            return operations.restore(lines(text))
                ? Answers.detail(201, "restored")
                : Answers.detail(409, "there is a conversation of that id");
          } catch (InvalidSettings e) {
            return Answers.detail(400, String.join("; ", e.problems()));
          }
        });
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
  }

  private Response withId(Request request, String id, Function<ConversationId, Response> then) {
    return asOperator(
        request,
        () -> {
          try {
            return then.apply(new ConversationId(id));
          } catch (IllegalArgumentException e) {
            return Answers.notFound();
          } catch (Operations.NotAtRest e) {
            return Answers.detail(409, Operations.NOT_AT_REST);
          }
        });
  }

  private Response asOperator(Request request, Supplier<Response> then) {
    return keys.operator(request).isPresent() ? then.get() : Answers.unauthorised();
  }
}
