package frontdesk.adapters.rest;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.runtime.Feed;
import frontdesk.runtime.Reception;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Acceptance.Full;
import frontdesk.store.Records;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Conversations over REST, a pull channel: a request that writes a message waits for the turn
/// that answers it, and the answer is read from the log.
///
/// The id of a conversation is `rest:KEY:UUID`: another key's conversation does not exist for a
/// client, so there is nothing to tell it by.
public final class RestApi {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final int REFERENCE_MAX = 200;
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final String WITH_A_PERSON =
      "A person has taken over; their answer will be in the conversation";
  private static final String REQUIRED = "This field is required.";

  private final Keys keys;
  private final Agents agents;
  private final Set<String> functions;
  private final Reception reception;
  private final Feed feed;
  private final Records records;
  private final Threads threads;
  private final Supplier<String> newId;

  /// Serves these agents.
  ///
  /// @param functions those that may be created
  public RestApi(
      Keys keys,
      Agents agents,
      Set<String> functions,
      Reception reception,
      Feed feed,
      Records records,
      Threads threads,
      Supplier<String> newId) {
    this.keys = keys;
    this.agents = agents;
    this.functions = Set.copyOf(functions);
    this.reception = reception;
    this.feed = feed;
    this.records = records;
    this.threads = threads;
    this.newId = newId;
  }

  /// `POST /api/conversations/`
  public Response create(Request request) {
    return withAccount(
        request, account -> Bodies.with(request, body -> create(request, account, body)));
  }

  /// `PATCH /api/conversations/{id}/`
  public Response write(Request request, String id) {
    return withConversation(
        request,
        id,
        conversation ->
            Bodies.with(
                request,
                body -> {
                  JsonNode message = body.path("message");
                  if (!message.isString() || message.asString().isBlank()) {
                    return Answers.field("message", REQUIRED);
                  }
                  return say(request, conversation, Bodies.whole(message.asString()));
                }));
  }

  /// `GET /api/conversations/{id}/`
  public Response read(Request request, String id) {
    return withConversation(
        request,
        id,
        conversation ->
            Response.json(200, Jsons.json(new ConversationBody(records, agents).of(conversation))));
  }

  private Response create(Request request, String account, ObjectNode body) {
    String function = given(body, "function", "customer_support");
    Optional<Agent> agent = agents.forFunction(function).filter(a -> functions.contains(function));
    if (agent.isEmpty()) {
      return Answers.field("function", "\"" + shortened(function) + "\" is not a valid choice.");
    }
    return withIdempotencyKey(
        request,
        key -> {
          String id = key.map(k -> named(account + "/" + k)).orElseGet(newId);
          Map<String, String> ids = new LinkedHashMap<>();
          ids.put("conversation_id", id);
          ids.put("bot_id", key.map(_ -> named("bot/" + id)).orElseGet(newId));
          String user = given(body, "human_user_id", "");
          if (!user.isEmpty() && !isUuid(user)) {
            return Answers.field("human_user_id", "Must be a valid UUID.");
          }
          ids.put(
              "human_user_id",
              user.isEmpty()
                  ? key.map(_ -> named("user/" + id)).orElseGet(newId).toString()
                  : user);
          return open(ConversationId.of("rest", account, id), agent.get(), ids, body);
        });
  }

  private Response open(ConversationId id, Agent agent, Map<String, String> ids, ObjectNode body) {
    String reference = given(body, "external_ref", "");
    if (!reference.isEmpty() && !body.path("external_ref").isString()) {
      return Answers.field("external_ref", "Not a valid string.");
    }
    if (reference.length() > REFERENCE_MAX) {
      return Answers.field("external_ref", "Ensure this field has no more than 200 characters.");
    }
    var attributes = new LinkedHashMap<>(ids);
    if (!reference.isEmpty()) attributes.put("external_ref", Bodies.whole(reference));
    var event = event(new EventId(id + ":opened"), id, new Opened(agent.name(), attributes));
    return switch (reception.accept(event)) {
      case Again(_, var same) when !same -> otherBody();
      case Full(var after) -> Answers.later("Try again later", after.toSeconds());
      case Accepted _, Again _ -> {
        ObjectNode created = Jsons.object();
        ids.forEach(created::put);
        yield Response.json(201, Jsons.json(created));
      }
    };
  }

  private Response say(Request request, ConversationId id, String text) {
    if (!Said.fits(text)) {
      return Answers.detail(413, "message: at most " + Said.BYTES_MAX + " bytes");
    }
    return withIdempotencyKey(
        request,
        key -> {
          String name = key.map(k -> "key:" + k).orElseGet(newId);
          var event = event(new EventId(id + ":" + name), id, new Said(text));
          Deadline deadline = Deadline.in(ANSWER_WITHIN, threads);
          try (var waiting = feed.expect(event)) {
            return answer(id, reception.accept(event), waiting, deadline);
          }
        });
  }

  private Response answer(
      ConversationId id, Acceptance acceptance, Feed.Waiting waiting, Deadline deadline) {
    return switch (acceptance) {
      case Again(_, var same) when !same -> otherBody();
      case Accepted _, Again _ -> answer(id, waiting.answer(acceptance, deadline));
      case Full(var after) ->
          Answers.later("Too many messages wait for an answer", after.toSeconds());
    };
  }

  private Response answer(ConversationId id, Optional<Logged> answer) {
    if (answer.isEmpty()) {
      return Answers.later("The message was received and is still being worked on", 5);
    }
    Entry entry = answer.get().entry();
    return switch (entry) {
      case Asked asked -> {
        // Just before it can be seen: what was written earlier is no answer to it.
        asked.approval().ifPresent(question -> reception.shown(id, question));
        yield message(asked.text());
      }
      case Replied(var text, var voice, _) ->
          switch (voice) {
            case AGENT -> message(text);
            case APOLOGY -> Answers.detail(502, text);
            case PERSON -> Answers.detail(202, WITH_A_PERSON);
          };
      case Closed _ -> Answers.detail(202, WITH_A_PERSON);
      default -> throw new IllegalStateException("A message was answered without a word");
    };
  }

  private InboundEvent event(EventId event, ConversationId id, Inbound what) {
    return InboundEvent.untimed(event, id, keys.speaker(id), what);
  }

  private Response withAccount(Request request, Function<String, Response> then) {
    return keys.account(request).map(then).orElseGet(Answers::unauthorised);
  }

  private Response withConversation(
      Request request, String id, Function<ConversationId, Response> then) {
    return withAccount(
        request,
        account -> {
          if (!isUuid(id)) return Answers.notFound();
          ConversationId conversation = ConversationId.of("rest", account, id);
          boolean exists = records.head(conversation).isPresent();
          return exists ? then.apply(conversation) : Answers.notFound();
        });
  }

  private static Response withIdempotencyKey(
      Request request, Function<Optional<String>, Response> then) {
    Optional<String> key = request.headers().only("idempotency-key");
    boolean given = !request.headers().all("idempotency-key").isEmpty();
    if (given && key.filter(k -> IDEMPOTENCY_KEY.matcher(k).matches()).isEmpty()) {
      return Answers.detail(
          400, "Idempotency-Key: must be 1 to 200 visible ASCII characters, once");
    }
    return then.apply(key);
  }

  /// The description of this API (OpenAPI 3.1).
  public static String openApi() {
    try (InputStream stream = RestApi.class.getResourceAsStream("openapi.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response otherBody() {
    return Answers.detail(422, "Idempotency-Key: was used before with another body");
  }

  private static Response message(String text) {
    return Response.json(200, Jsons.json(Jsons.object().put("bot_message", text)));
  }

  private static String named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// What a field says; null is as good as left out. What is no text is taken as its JSON, which is
  /// no function and no id.
  private static String given(ObjectNode body, String field, String otherwise) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) return otherwise;
    return value.isString() ? value.asString() : value.toString();
  }

  private static String shortened(String text) {
    return Bodies.whole(text.length() > 100 ? text.substring(0, 100) : text);
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
