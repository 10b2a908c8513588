package frontdesk.server.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import frontdesk.server.Desk;
import frontdesk.server.killed.Local.Answer;
import frontdesk.store.Acceptance;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a desk of these tests can be asked over HTTP: the platform's events, a person's decisions,
/// and whether it is calm.
record Webhook(Desk desk, Arm arm) {
  private static final byte[] SECRET = "only for these tests".getBytes(UTF_8);
  private static final int ENTRIES_MAX = 10_000;

  Answer handle(String path, ObjectNode body) {
    return switch (path) {
      case "/event" -> event(body);
      case "/decide" -> decide(body);
      case "/undelivered" ->
          undelivered(new ConversationId(body.path("conversation").asString("")));
      case "/calm" -> Answer.ok(Jsons.object().put("calm", isCalm(body)));
      default -> Answer.of(404);
    };
  }

  /// The body of a request with an event, signed.
  static ObjectNode signed(ObjectNode event) {
    String text = Jsons.json(event).text();
    return Jsons.object().put("event", text).put("signature", signature(text));
  }

  /// Whether a desk can be armed for it: what a conversation opens with comes by too.
  static boolean isArmed(InboundEvent event) {
    return event.what() instanceof Inbound.Said || event.what() instanceof Inbound.Pressed;
  }

  private Answer event(ObjectNode body) {
    String text = body.path("event").asString("");
    if (!isSigned(text, body.path("signature").asString(""))) return Answer.of(403);
    JsonNode event = Jsons.parse(text);
    var id = new ConversationId(event.path("conversation").asString(""));
    arm.pass(Moment.AFTER_VERIFY, id);
    accept(id, id + ":opened", new Inbound.Opened(TestTools.AGENT, Map.of()));
    Acceptance accepted = accept(id, event.path("id").asString(""), what(event));
    arm.pass(Moment.BEFORE_ACK, id);
    Answer answer = Answer.of(accepted instanceof Acceptance.Full ? 503 : 200);
    return answer.then(() -> arm.pass(Moment.AFTER_ACK, id));
  }

  private Acceptance accept(ConversationId id, String event, Inbound what) {
    var customer = new Principal.Visitor(id.peer());
    return desk.reception().accept(InboundEvent.untimed(new EventId(event), id, customer, what));
  }

  private static Inbound what(JsonNode event) {
    return event.has("question")
        ? new Inbound.Pressed(new CallId(event.path("question").asString("")), true)
        : new Inbound.Said(event.path("text").asString(""));
  }

  private Answer decide(ObjectNode body) {
    var id = new ConversationId(body.path("conversation").asString(""));
    Optional<CallId> call = escalated(id);
    if (call.isEmpty()) return Answer.of(404);
    var what = new Inbound.Decided(call.get(), body.path("happened").asBoolean());
    var event = new EventId(id + ":decided:" + call.get());
    var person = new Principal.Operator("operator");
    desk.reception().accept(InboundEvent.untimed(event, id, person, what));
    return Answer.of(200);
  }

  /// What the log says was said, and the outbox that nobody will get it for certain.
  private Answer undelivered(ConversationId id) {
    List<Logged> log = desk.journal().entries(id, 0, ENTRIES_MAX);
    Stream<Arrived> events =
        Stream.concat(
            log.stream()
                .flatMap(l -> l.entry() instanceof Entry.Received r ? r.events().stream() : null),
            desk.journal().open(id).stream());
    Set<Long> lost =
        events
            .flatMap(
                a ->
                    a.event().what() instanceof Inbound.Undelivered(var entry, _)
                        ? Stream.of(entry)
                        : null)
            .collect(Collectors.toSet());
    ObjectNode answer = Jsons.object();
    ArrayNode texts = answer.putArray("texts");
    for (Logged logged : log) {
      if (!lost.contains(logged.seq())) continue;
      if (logged.entry() instanceof Entry.Replied replied) texts.add(replied.text());
      if (logged.entry() instanceof Entry.Asked asked) texts.add(asked.text());
    }
    return Answer.ok(answer);
  }

  private Optional<CallId> escalated(ConversationId id) {
    var open = new HashMap<CallId, Boolean>();
    for (Logged logged : desk.journal().entries(id, 0, ENTRIES_MAX)) {
      if (logged.entry() instanceof Entry.Escalated(var call, _)) open.put(call, true);
      if (logged.entry() instanceof Entry.Returned(var call, _, var outcome) && outcome.isFinal()) {
        open.remove(call);
      }
    }
    return open.keySet().stream().findFirst();
  }

  private boolean isCalm(ObjectNode body) {
    if (desk.running() > 0) return false;
    for (JsonNode name : body.path("conversations")) {
      var id = new ConversationId(name.asString(""));
      boolean open = desk.journal().head(id).filter(Head::hasOpenEvents).isPresent();
      if (open || desk.journal().isSending(id)) return false;
    }
    return true;
  }

  private static boolean isSigned(String text, String signature) {
    return MessageDigest.isEqual(signature(text).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
