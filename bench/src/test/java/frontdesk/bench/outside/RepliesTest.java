package frontdesk.bench.outside;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RepliesTest {
  private static final String ORDER = Orders.order(12, 3);
  private static final String PARCEL = Orders.parcelIn(Orders.outcome(ORDER, 0)).orElseThrow();
  private static final Reply CALL = new Reply(7, ORDER, Optional.empty(), 400, 0);
  private static final Reply ANSWER = new Reply(8, ORDER, Optional.of(PARCEL), 400, 300);

  @Test
  void an_answer_is_right_only_with_the_parcel_of_its_order() {
    assertThat(Orders.isRight(ORDER, ANSWER.text())).isTrue();
    assertThat(Orders.isRight(Orders.order(12, 4), ANSWER.text())).isFalse();
    assertThat(Orders.isRight(ORDER, "Your order " + ORDER + " has been shipped.")).isFalse();
  }

  @Test
  void outcomes_questions_and_answers_are_as_long_as_they_should_be() {
    assertThat(Orders.outcome(ORDER, 600)).hasSize(600);
    assertThat(Jsons.parse(Orders.outcome(ORDER, 600)).path("parcel").asString()).isEqualTo(PARCEL);
    assertThat(Orders.question(ORDER, 200)).hasSizeBetween(199, 200);
    assertThat(ANSWER.text()).hasSizeBetween(299, 300);
  }

  @Test
  void chat_completions_say_the_same_whole_and_streamed() {
    var api = new ChatApi();
    JsonNode call = Jsons.parse(api.whole(CALL)).path("choices").path(0).path("message");
    JsonNode answer = Jsons.parse(api.whole(ANSWER)).path("choices").path(0).path("message");

    Function<JsonNode, String> arguments =
        delta -> delta.path("tool_calls").path(0).path("function").path("arguments").asString("");
    assertThat(joined(chunks(api.events(CALL)), arguments))
        .isEqualTo(arguments.apply(call))
        .isEqualTo(CALL.arguments());
    assertThat(joined(chunks(api.events(ANSWER)), delta -> delta.path("content").asString("")))
        .isEqualTo(answer.path("content").asString())
        .isEqualTo(ANSWER.text());
    assertThat(api.events(ANSWER)).hasSizeBetween(5, 8).last().isEqualTo("data: [DONE]\n\n");
  }

  @Test
  void responses_say_the_same_whole_and_streamed() {
    var api = new ResponsesApi();
    for (Reply reply : List.of(CALL, ANSWER)) {
      List<JsonNode> events = api.events(reply).stream().map(RepliesTest::data).toList();
      JsonNode whole = Jsons.parse(api.whole(reply));
      assertThat(joined(events, event -> event.path("delta").asString("")))
          .isEqualTo(reply.isCall() ? reply.arguments() : reply.text());
      assertThat(events.getLast().path("response")).isEqualTo(whole);
      assertThat(events.get(events.size() - 2).path("item"))
          .isEqualTo(whole.path("output").path(0));
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i).path("sequence_number").asInt()).isEqualTo(i);
      }
    }
  }

  private static List<JsonNode> chunks(List<String> events) {
    return events.stream()
        .filter(event -> !event.contains("[DONE]"))
        .map(event -> data(event).path("choices").path(0).path("delta"))
        .toList();
  }

  private static JsonNode data(String event) {
    assertThat(event).endsWith("\n\n");
    return Jsons.parse(event.substring(event.indexOf("data: ") + "data: ".length()).strip());
  }

  private static String joined(List<JsonNode> events, Function<JsonNode, String> piece) {
    return events.stream().map(piece).collect(Collectors.joining());
  }
}
