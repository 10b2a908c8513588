package frontdesk.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The deltas of a stream, put together by hand, are what the whole answer says.
class StreamedAndWholeTest {
  private static final int SCRIPTS = 1_000;
  private static final List<String> WORDS =
      List.of("order", "ก็", "🙂", "é", "\"", "\\", "\n", " ", "{", "data: ", "\n\n", "0");

  private final SplittableRandom random = new SplittableRandom(16);
  private final Caller caller = new Caller(16);

  @Test
  void M16_a_thousand_random_replies_are_the_same_streamed_and_whole() {
    for (int i = 0; i < SCRIPTS; i++) {
      ObjectNode turn = Jsons.object();
      reply(turn.putObject("reply"));
      caller.script(Caller.text(turn));
      ObjectNode response = Caller.response(random.nextBoolean() ? "gpt-4.1" : "gpt-5.1", "hello");
      JsonNode whole = caller.responses(Caller.text(response)).json();
      var streamed = caller.responses(Caller.text(response.put("stream", true)));
      assertThat(items(streamed.events())).as(Caller.text(turn)).isEqualTo(items(whole));

      ObjectNode chat = Caller.completion("gpt-4.1", "hello");
      JsonNode message =
          caller.chat(Caller.text(chat)).json().path("choices").path(0).path("message");
      var chunks = caller.chat(Caller.text(chat.put("stream", true)));
      assertThat(chunked(chunks.events())).as(Caller.text(turn)).isEqualTo(said(message));
    }
  }

  private void reply(ObjectNode reply) {
    if (random.nextInt(10) == 0) {
      reply.put("refusal", "No: " + text());
      return;
    }
    int calls = random.nextInt(4);
    if (calls == 0 || random.nextBoolean()) reply.put("text", text());
    for (int i = 0; i < calls; i++) {
      ObjectNode call = reply.withArray("calls").addObject();
      call.put("tool", "tool_" + i).put("id", "c" + i);
      if (random.nextBoolean()) call.put("arguments", text());
      else call.putObject("arguments").put("value", text());
    }
  }

  private String text() {
    var text = new StringBuilder();
    int words = random.nextInt(40);
    for (int i = 0; i < words; i++) text.append(WORDS.get(random.nextInt(WORDS.size())));
    return text.toString();
  }

  private static List<String> items(JsonNode response) {
    var items = new ArrayList<String>();
    for (JsonNode item : response.path("output").values()) {
      JsonNode part = item.path("content").path(0);
      String text =
          part.path("text").asString("")
              + part.path("refusal").asString("")
              + item.path("arguments").asString("");
      items.add(item.path("type").asString("") + item.path("call_id").asString("") + text);
    }
    return items;
  }

  /// From the deltas alone.
  private static List<String> items(List<JsonNode> events) {
    var items = new TreeMap<Integer, String>();
    for (JsonNode event : events) {
      int index = event.path("output_index").asInt(-1);
      String type = event.path("type").asString("");
      if (type.equals("response.output_item.added")) {
        JsonNode item = event.path("item");
        items.put(index, item.path("type").asString("") + item.path("call_id").asString(""));
      } else if (type.endsWith(".delta")) {
        items.merge(index, event.path("delta").asString(""), String::concat);
      }
    }
    return List.copyOf(items.values());
  }

  private static List<String> said(JsonNode message) {
    var said = new ArrayList<String>();
    said.add(message.path("content").asString("") + message.path("refusal").asString(""));
    for (JsonNode call : message.path("tool_calls").values()) {
      JsonNode function = call.path("function");
      said.add(
          call.path("id").asString("")
              + function.path("name").asString("")
              + function.path("arguments").asString(""));
    }
    return said;
  }

  private static List<String> chunked(List<JsonNode> chunks) {
    var said = new TreeMap<Integer, String>();
    said.put(-1, "");
    for (JsonNode chunk : chunks) {
      JsonNode delta = chunk.path("choices").path(0).path("delta");
      String text = delta.path("content").asString("") + delta.path("refusal").asString("");
      said.merge(-1, text, String::concat);
      for (JsonNode call : delta.path("tool_calls").values()) {
        JsonNode function = call.path("function");
        String more =
            call.path("id").asString("")
                + function.path("name").asString("")
                + function.path("arguments").asString("");
        said.merge(call.path("index").asInt(), more, String::concat);
      }
    }
    return List.copyOf(said.values());
  }
}
