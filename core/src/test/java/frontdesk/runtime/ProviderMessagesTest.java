package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Snapshot;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.ToolSaid;
import frontdesk.store.Archives.Archived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ProviderMessagesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int LISTS = 3_000;

  @Test
  void what_stands_in_a_row_is_one_turn_and_one_answer() {
    Archived archived =
        read(
            """
            [{"role": "assistant", "content": "Hello."},
             {"role": "user", "content": "one"}, {"role": "user", "content": "two"},
             {"role": "assistant", "content": "Yes."}, {"role": "assistant", "content": "And no."},
             {"role": "user", "content": "three"}]
            """);
    assertThat(shown(archived))
        .extracting(ProviderMessagesTest::text)
        .containsExactly("Hello.", "one", "two", "Yes.\n\nAnd no.", "three");
    assertThat(archived.entries().stream().filter(l -> l.entry() instanceof Received)).hasSize(3);
    assertThat(archived.entries().stream().filter(l -> l.entry() instanceof Replied)).hasSize(2);
    assertThat(archived.entries().getLast().entry()).isInstanceOf(Closed.class);
  }

  @Test
  void calls_of_one_name_get_their_outcomes_in_turn_and_an_unanswered_one_is_not_known() {
    Archived archived =
        read(
            """
            [{"role": "user", "content": "x"},
             {"role": "assistant", "content": "", "tool_calls": [
               {"id": "c", "type": "function", "function": {"name": "a", "arguments": "{}"}},
               {"id": "c", "type": "function", "function": {"name": "b", "arguments": "{"}},
               {"id": "d", "type": "function", "function": {"name": "d", "arguments": ""}}]},
             {"role": "tool", "tool_call_id": "c", "content": "{\\"n\\":1}"},
             {"role": "tool", "tool_call_id": "c", "content": "two"},
             {"role": "assistant", "content": null, "refusal": "I cannot."}]
            """);
    assertThat(shown(archived).stream().filter(ToolSaid.class::isInstance))
        .extracting(m -> ((ToolSaid) m).content())
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo("{\"n\":1}"),
            two -> assertThat(two).isEqualTo("{\"text\":\"two\"}"),
            three -> assertThat(three).contains("not known yet"));
    assertThat(text(shown(archived).getLast())).isEqualTo("I cannot.");
  }

  @Test
  void a_list_of_any_shape_is_refused_with_its_place_or_makes_a_legal_log() {
    var random = new Random(5);
    int taken = 0;
    for (int i = 0; i < LISTS; i++) {
      String list = list(random);
      try {
        Archived archived = read(list);
        taken++;
        WalkChecks.legal(i, shown(archived));
        assertThat(ArchiveFile.read(ArchiveFile.write(archived))).isEqualTo(archived);
        assertThat(archived.entries().getLast().entry().closesTurn()).isTrue();
        Snapshot folded = Snapshot.NONE.fold(archived.entries());
        Log log = log(archived, folded, List.of());
        assertThat(Prompt.shown(log).messages()).as(list).isEqualTo(shown(archived));
      } catch (InvalidSettings e) {
        assertThat(e.problems()).as(list).singleElement().asString().startsWith("messages");
      }
    }
    assertThat(taken).isBetween(LISTS / 5, LISTS * 4 / 5);
  }

  @Test
  void a_list_of_ten_thousand_messages_is_taken_and_folded() {
    ArrayNode list = Jsons.array();
    for (int i = 0; i < 5_000; i++) {
      list.addObject().put("role", "user").put("content", "question " + i);
      list.addObject().put("role", "assistant").put("content", "answer " + i);
    }
    Archived archived = read(list.toString());
    assertThat(archived.entries()).hasSize(3 * 5_000);
    assertThat(Snapshot.NONE.fold(archived.entries()).kept()).hasSizeLessThan(1_000);
    list.addObject().put("role", "user").put("content", "one more");
    assertThat(problem(list.toString())).contains("at most 10000");
  }

  private static String problem(String list) {
    try {
      read(list);
      return "";
    } catch (InvalidSettings e) {
      return String.join("\n", e.problems());
    }
  }

  private static Archived read(String list) {
    return ProviderMessages.read(list, new Opened("support", Map.of()), Story.ID, NOW).archived();
  }

  private static List<Message> shown(Archived archived) {
    return Prompt.shown(log(archived, Snapshot.NONE, archived.entries())).messages();
  }

  private static Log log(Archived archived, Snapshot snapshot, List<Logged> entries) {
    return new Log(archived.head(), snapshot, entries, List.of(), List.of(), NOW);
  }

  private static String text(Message message) {
    return switch (message) {
      case Customer(var text) -> text;
      case Assistant said -> said.text();
      case ToolSaid said -> said.content();
      case Message.Note(var text) -> text;
    };
  }

  private static String list(Random random) {
    ArrayNode list = Jsons.array();
    for (int i = random.nextInt(12); i >= 0; i--) message(list.addObject(), random);
    return list.toString();
  }

  private static void message(ObjectNode message, Random random) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> message.put("role", "user").put("content", "Hi " + random.nextInt(9));
      case 3 -> message.put("role", "assistant").put("content", random.nextBoolean() ? "" : "Yes.");
      case 4, 5 -> calls(message.put("role", "assistant").putNull("content"), random);
      case 6 -> {
        ObjectNode call = message.put("role", "assistant").putObject("function_call");
        call.put("name", "t" + random.nextInt(2)).put("arguments", "{}");
      }
      case 7 -> message.put("role", "tool").put("tool_call_id", "c0").put("content", "{}");
      case 8 -> message.put("role", "function").put("name", "t0").put("content", "{}");
      default -> {
        message.put("role", random.nextInt(4) == 0 ? "robot" : "system");
        message.put("content", "x");
      }
    }
  }

  private static void calls(ObjectNode message, Random random) {
    ArrayNode calls = message.putArray("tool_calls");
    for (int i = random.nextInt(3); i >= 0; i--) {
      ObjectNode function = calls.addObject().put("id", "c" + i).putObject("function");
      function.put("name", "t" + i).put("arguments", random.nextBoolean() ? "{}" : "{");
    }
  }
}
