package frontdesk.adapters.rest;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Principal;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.Handled;
import frontdesk.runtime.Operations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What operators do, over HTTP: keys of the role operator only.
public final class OpsApi {
  private static final int ARCHIVE_BYTES_MAX = 64 * 1024 * 1024;

  private static final String REQUIRED = "This field is required.";
  private static final int IN_FORCE = 200;
  private static final int ON_ITS_WAY = 202;

  private final Keys keys;
  private final Operations operations;

  public OpsApi(Keys keys, Operations operations) {
    this.keys = keys;
    this.operations = operations;
  }

  /// `GET /api/ops/conversations/`
  public Response list(Request request) {
    return asOperator(request, _ -> Response.json(200, Jsons.json(operations.list())));
  }

  /// `GET /api/ops/conversations/{id}/`
  public Response show(Request request, String id) {
    return withId(
        request,
        id,
        (_, conversation) ->
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
        (_, conversation) ->
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
        (_, conversation) -> {
          String version = request.query().replaceFirst("^version=", "");
          if (!version.matches("\\d{1,18}")) {
            return Answers.detail(400, "version: give the version that was archived");
          }
          return operations.remove(conversation, Long.parseLong(version))
              ? new Response(204, Headers.NONE, Body.empty())
              : Answers.detail(409, Operations.NOT_AT_REST);
        });
  }

  /// `POST /api/ops/conversations/{id}/takeover/`: 200, a person answers from now on.
  public Response takeOver(Request request, String id) {
    return act(request, id, IN_FORCE, operations::takeOver);
  }

  /// `POST /api/ops/conversations/{id}/say/` `{"text"}`: 202, it is on its way to the customer.
  public Response say(Request request, String id) {
    return withBody(
        request,
        body -> {
          JsonNode text = body.path("text");
          if (!text.isString() || text.asString().isBlank()) return Answers.field("text", REQUIRED);
          String whole = Bodies.whole(text.asString());
          if (!Said.fits(whole)) {
            return Answers.detail(413, "text: at most " + Said.BYTES_MAX + " bytes");
          }
          return act(request, id, ON_ITS_WAY, (who, it) -> operations.say(who, it, whole));
        });
  }

  /// `POST /api/ops/conversations/{id}/handback/`: 200, the agent answers from now on.
  public Response handBack(Request request, String id) {
    return act(request, id, IN_FORCE, operations::handBack);
  }

  /// `POST /api/ops/conversations/{id}/replay/`: 202, what failed is tried again.
  public Response replay(Request request, String id) {
    return act(request, id, ON_ITS_WAY, operations::replay);
  }

  /// `POST /api/ops/conversations/{id}/settle/` `{"call","happened"}`: 202, the agent will know.
  public Response settle(Request request, String id) {
    return withBody(
        request,
        body -> {
          JsonNode call = body.path("call");
          if (!call.isString()) return Answers.field("call", REQUIRED);
          JsonNode happened = body.path("happened");
          if (!happened.isBoolean()) return Answers.field("happened", "Must be true or false.");
          return act(
              request,
              id,
              ON_ITS_WAY,
              (who, it) -> operations.settle(who, it, call.asString(), happened.asBoolean()));
        });
  }

  /// `POST /api/ops/restore/`
  public Response restore(Request request) {
    return asOperator(
        request,
        _ -> {
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

  private Response withBody(Request request, Function<ObjectNode, Response> then) {
    return asOperator(request, _ -> Bodies.with(request, then));
  }

  private Response act(
      Request request,
      String id,
      int status,
      BiFunction<Principal.Operator, ConversationId, Handled> act) {
    return withId(request, id, (who, conversation) -> answer(act.apply(who, conversation), status));
  }

  private static Response answer(Handled handled, int status) {
    return switch (handled) {
      case Handled.Accepted(var now) ->
          Response.json(status, Jsons.json(Jsons.object().put("status", now)));
      case Handled.NoConversation _ -> Answers.notFound();
      case Handled.Wrong(var problem) -> Answers.detail(400, problem);
      case Handled.InVain(var why) -> Answers.detail(409, why);
    };
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
  }

  private Response withId(
      Request request, String id, BiFunction<Principal.Operator, ConversationId, Response> then) {
    return asOperator(
        request,
        who -> {
          try {
            return then.apply(who, new ConversationId(id));
          } catch (IllegalArgumentException e) {
            return Answers.notFound();
          } catch (Operations.NotAtRest e) {
            return Answers.detail(409, Operations.NOT_AT_REST);
          }
        });
  }

  private Response asOperator(Request request, Function<Principal.Operator, Response> then) {
    return keys.operator(request)
        .map(key -> then.apply(new Principal.Operator(key.name())))
        .orElseGet(Answers::unauthorised);
  }
}
