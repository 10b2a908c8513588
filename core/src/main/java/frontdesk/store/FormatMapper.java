package frontdesk.store;

import static com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.EventId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/// Format 1 as a mapper. The conversation package knows nothing of JSON, so all that is said
/// about it is said here. A kind's name is part of the format: it stays when its class is
/// renamed.
final class FormatMapper {
  private static final NamedType[] KINDS = {
    new NamedType(Entry.Received.class, "received"),
    new NamedType(Entry.ModelSaid.class, "model_said"),
    new NamedType(Entry.ModelFailed.class, "model_failed"),
    new NamedType(Entry.Gathered.class, "gathered"),
    new NamedType(Entry.Dropped.class, "dropped"),
    new NamedType(Entry.Previewed.class, "previewed"),
    new NamedType(Entry.Approved.class, "approved"),
    new NamedType(Entry.Intended.class, "intended"),
    new NamedType(Entry.Returned.class, "returned"),
    new NamedType(Entry.Escalated.class, "escalated"),
    new NamedType(Entry.Noted.class, "noted"),
    new NamedType(Entry.HandedTo.class, "handed_to"),
    new NamedType(Entry.TimerSet.class, "timer_set"),
    new NamedType(Entry.Interrupted.class, "interrupted"),
    new NamedType(Entry.DeadLettered.class, "dead_lettered"),
    new NamedType(Entry.Shortened.class, "shortened"),
    new NamedType(Entry.PersonWanted.class, "person_wanted"),
    new NamedType(Entry.Asked.class, "asked"),
    new NamedType(Entry.Replied.class, "replied"),
    new NamedType(Entry.Closed.class, "closed"),
    new NamedType(Inbound.Opened.class, "opened"),
    new NamedType(Inbound.Said.class, "said"),
    new NamedType(Inbound.Stopped.class, "stopped"),
    new NamedType(Inbound.Pressed.class, "pressed"),
    new NamedType(Inbound.Shown.class, "shown"),
    new NamedType(Inbound.TimerFired.class, "timer_fired"),
    new NamedType(Inbound.OutcomeArrived.class, "outcome_arrived"),
    new NamedType(Inbound.Undelivered.class, "undelivered"),
    new NamedType(Inbound.TakenOver.class, "taken_over"),
    new NamedType(Inbound.PersonSaid.class, "person_said"),
    new NamedType(Inbound.HandedBack.class, "handed_back"),
    new NamedType(Inbound.Decided.class, "decided"),
    new NamedType(Inbound.Replayed.class, "replayed"),
    new NamedType(Inbound.Summarised.class, "summarised"),
    new NamedType(Outcome.Done.class, "done"),
    new NamedType(Outcome.NeedsInput.class, "needs_input"),
    new NamedType(Outcome.Refused.class, "refused"),
    new NamedType(Outcome.Failed.class, "failed"),
    new NamedType(Outcome.NotSent.class, "not_sent"),
    new NamedType(Outcome.Unknown.class, "unknown"),
    new NamedType(Principal.Visitor.class, "visitor"),
    new NamedType(Principal.Customer.class, "customer"),
    new NamedType(Principal.Staff.class, "staff"),
    new NamedType(Principal.Operator.class, "operator"),
    new NamedType(Principal.Server.class, "server"),
  };

  static final JsonMapper MAPPER = builder().addModule(values(true)).build();

  /// Writes JSON values in canonical form: they say the same, however they were spelled.
  static final JsonMapper DIGESTED = builder().addModule(values(false)).build();

  private FormatMapper() {}

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .addMixIn(Entry.class, Kinds.class)
        .addMixIn(Entry.ModelFailed.class, Failure.class)
        .addMixIn(Inbound.class, Kinds.class)
        .addMixIn(Inbound.Said.class, SaidText.class)
        .addMixIn(Outcome.class, OutcomeKinds.class)
        .addMixIn(Principal.class, Kinds.class)
        .registerSubtypes(KINDS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  private static SimpleModule values(boolean asWritten) {
    var module = new SimpleModule("values");
    id(module, ConversationId.class, ConversationId::value, ConversationId::new);
    id(module, EventId.class, EventId::value, EventId::new);
    id(module, CallId.class, CallId::value, CallId::new);
    id(module, IdempotencyKey.class, IdempotencyKey::value, IdempotencyKey::new);
    module.addSerializer(Json.class, new JsonOut(asWritten));
    module.addDeserializer(Json.class, new JsonIn());
    return module;
  }

  private static <T> void id(
      SimpleModule module, Class<T> type, Function<T, String> value, Function<String, T> make) {
    module.addSerializer(type, new IdOut<>(value));
    module.addDeserializer(type, new IdIn<>(type, make));
  }

  @JsonTypeInfo(use = NAME, property = "kind")
  interface Kinds {}

  interface Failure {
    // `kind` says which entry it is.
    @JsonProperty("failure")
    String kind();
  }

  interface SaidText {
    // Follows from the text.
    @JsonIgnore
    boolean isStop();
  }

  @JsonTypeInfo(use = NAME, property = "kind")
  interface OutcomeKinds {
    // Follows from the kind; by its name alone it would be taken for a property.
    @JsonIgnore
    boolean isFinal();
  }

  private static final class IdOut<T> extends ValueSerializer<T> {
    private final Function<T, String> value;

    IdOut(Function<T, String> value) {
      this.value = value;
    }

    @Override
    public void serialize(T id, JsonGenerator out, SerializationContext context) {
      out.writeString(value.apply(id));
    }
  }

  private static final class IdIn<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> make;

    IdIn(Class<T> type, Function<String, T> make) {
      this.type = type;
      this.make = make;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      String text = in.getValueAsString("");
      try {
        return make.apply(text);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(type, "not an id");
      }
    }
  }

  /// Parses the text once more before it is written: text that is not JSON would make the whole log
  /// unreadable.
  private static final class JsonOut extends ValueSerializer<Json> {
    private final boolean asWritten;

    JsonOut(boolean asWritten) {
      this.asWritten = asWritten;
    }

    @Override
    public void serialize(Json json, JsonGenerator out, SerializationContext context) {
      var node = Jsons.parse(json);
      if (asWritten) out.writeTree(node);
      else out.writeRawValue(Jsons.canonical(node).text());
    }
  }

  private static final class JsonIn extends ValueDeserializer<Json> {
    @Override
    public Json deserialize(JsonParser in, DeserializationContext context) {
      return Jsons.json(context.readTree(in));
    }

    @Override
    public Json getNullValue(DeserializationContext context) {
      return Json.NULL;
    }
  }
}
