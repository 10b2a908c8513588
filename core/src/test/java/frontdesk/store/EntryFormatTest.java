package frontdesk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EntryFormatTest {

  @Test
  void D05_what_format_1_wrote_is_read_and_written_again_byte_for_byte() throws IOException {
    for (String line : golden()) {
      assertThat(writtenAgain(line)).isEqualTo(line);
    }
  }

  @Test
  void every_kind_there_is_has_a_golden_line() throws IOException {
    var golden = new HashSet<String>();
    for (String line : golden()) collectKinds(Jsons.parse(line), golden);
    Set<String> known =
        Stream.of(Entry.class, Inbound.class, Outcome.class, Principal.class)
            .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
            .map(type -> snake(type.getSimpleName()))
            .collect(Collectors.toSet());
    assertThat(golden).isEqualTo(known);
  }

  @Test
  void an_unknown_kind_is_refused_by_name() {
    refused("{'format':1,'kind':'teleported','to':'secret'}", "'teleported'");
    refused("{'format':1,'to':'secret'}", "kind");
  }

  @Test
  void an_unknown_or_missing_field_is_refused_without_its_content() {
    refused("{'format':1,'kind':'closed','why':'x','because':'secret'}", "'because'");
    refused("{'format':1,'kind':'replied','text':'secret','answers':[]}", "voice");
    refused("{'format':1,'kind':'replied','text':null,'voice':'AGENT','answers':[]}", "text");
    refused("{'format':1,'kind':'replied','text':'x','voice':'secret','answers':[]}", "voice");
  }

  @Test
  void a_newer_format_is_refused_by_number() {
    refused("{'format':2,'kind':'closed','why':'secret'}", "Format 2");
    refused("{'format':0,'kind':'closed','why':'secret'}", "Format 0");
    refused("{'kind':'closed','format':1,'why':'secret'}", "begin");
    refused("{'format':1,'kind':'closed','why':'secret'", "damaged");
    refused("{'format':1,'kind':'closed','why':'secret'} {}", "damaged");
    refused("", "begin");
  }

  @Test
  void text_that_is_not_json_never_gets_into_a_log() {
    for (String text : List.of("{", "1,\"kind\":\"replied\"", "{\"a\":1,\"a\":2}", "NaN")) {
      assertThatThrownBy(() -> EntryFormat.write(new Entry.Noted("n", new Json(text))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(text);
    }
  }

  @Test
  void json_keeps_its_value_and_every_digit_of_its_numbers() {
    for (String text :
        List.of(
            "1.0", "0.10", "1E+400", "123456789012345678901234567890", "null", "{\"b\":[1,{}]}")) {
      var noted = new Entry.Noted("n", new Json(text));
      assertThat(EntryFormat.readEntry(EntryFormat.write(noted))).isEqualTo(noted);
    }
    var spaced = new Entry.Noted("n", new Json("{ \"a\" :\n 1 }"));
    assertThat(EntryFormat.readEntry(EntryFormat.write(spaced)))
        .isEqualTo(new Entry.Noted("n", new Json("{\"a\":1}")));
  }

  @Test
  void W17_every_char_survives_as_utf8() {
    var all = new StringBuilder();
    for (int c = 0; c < Character.MAX_VALUE; c += 7) all.append((char) c).append('.');
    for (String text :
        List.of(all.toString(), "\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00", "😀")) {
      var replied =
          new Entry.Replied(
              text, Entry.Voice.AGENT, List.of(new EventId("a:b:" + text.hashCode())));
      String stored = new String(EntryFormat.write(replied).getBytes(UTF_8), UTF_8);
      assertThat(EntryFormat.readEntry(stored)).isEqualTo(replied);
      assertThat(stored.chars()).allMatch(c -> c >= 0x20);
    }
  }

  @Test
  void a_digest_is_of_what_was_said_and_by_whom() {
    var shuffled = Map.of("a", "1", "b", "2", "c", "3", "d", "4");
    String digest = digest("v", new Inbound.Opened("support", shuffled), Instant.EPOCH);
    assertThat(digest("v", new Inbound.Opened("support", shuffled), Instant.MAX)).isEqualTo(digest);
    assertThat(digest("w", new Inbound.Opened("support", shuffled), Instant.EPOCH))
        .isNotEqualTo(digest);
    assertThat(outcome("{\"a\":1,\"b\":2}")).isEqualTo(outcome("{ \"b\":2, \"a\":1.0 }"));
    assertThat(outcome("{\"a\":1}")).isNotEqualTo(outcome("{\"a\":2}"));
  }

  private static String outcome(String json) {
    var done = new Outcome.Done(new Json(json));
    return digest("v", new Inbound.OutcomeArrived(new CallId("c"), 1, done), Instant.EPOCH);
  }

  private static String digest(String sender, Inbound what, Instant at) {
    var id = new ConversationId("rest:shop:ann");
    var by = new Principal.Visitor(sender);
    return EntryFormat.digest(new InboundEvent(new EventId("e"), id, by, Optional.of(at), what));
  }

  private static void refused(String text, String named) {
    assertThatThrownBy(() -> EntryFormat.readEntry(text.replace('\'', '"')))
        .isInstanceOf(UnreadableEntry.class)
        .hasMessageContaining(named)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  private static String writtenAgain(String line) {
    JsonNode node = Jsons.parse(line);
    if (node.has("kind")) return EntryFormat.write(EntryFormat.readEntry(line));
    if (node.has("through")) return EntryFormat.write(EntryFormat.readSnapshot(line));
    return EntryFormat.write(EntryFormat.readEvent(line));
  }

  private static void collectKinds(JsonNode node, Set<String> kinds) {
    if (node.path("kind").isString() && !node.has("verified"))
      kinds.add(node.get("kind").asString());
    node.forEach(child -> collectKinds(child, kinds));
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = EntryFormatTest.class.getResourceAsStream("/golden/format-1.jsonl")) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
