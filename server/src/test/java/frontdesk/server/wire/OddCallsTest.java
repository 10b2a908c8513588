package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// M05 to M09: calls that a model should not have made so.
class OddCallsTest extends OnTheWire {
  private static final String CUP = "{\"item\": \"cup\", \"quantity\": 1}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"item\": \"cup\", \"quantity\": 1,}",
        "```json\n{\"item\": \"cup\", \"quantity\": 1}\n```",
        "\"{\\\"item\\\": \\\"cup\\\", \\\"quantity\\\": 1}\""
      })
  void M05_arguments_that_can_be_mended_without_guessing_are(String arguments) {
    open();
    provider.script(call("order", arguments), text("It is ordered."));
    answers("a cup", "It is ordered.");
    assertThat(shop.ordered()).containsExactly("{\"item\":\"cup\",\"quantity\":1}");
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"item\": \"cup\", \"quanti", "{\"item\": \"cu", "[1]", "cup", "null"})
  void M05_arguments_that_are_cut_off_or_no_object_come_back_as_an_error_to_the_model(
      String arguments) {
    open();
    provider.script(call("order", arguments), call("order", CUP), text("It is ordered."));
    provider.before(3, () -> assertThat(shop.ordered()).hasSize(1));
    answers("a cup", "It is ordered.");
    assertThat(provider.asked()).hasSize(3);
    assertThat(provider.asked().get(1).toString()).contains("the arguments are not a JSON object");
    assertThat(shop.ordered()).hasSize(1);
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel_everything", "Order", "ORDER", "order.now", "functions.order"})
  void M06_a_tool_that_is_not_there_is_not_run_and_the_model_is_told(String tool) {
    open();
    provider.script(call(tool, CUP), text("Sorry, I cannot do that here."));
    answers("a cup", "Sorry, I cannot do that here.");
    assertThat(outcome()).contains("there is no tool of that name");
    assertThat(shop.ordered()).isEmpty();
    assertThat(metrics()).contains("frontdesk_calls_total{result=\"refused\"} 1.0");
    goesOn();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"item\": 7, \"quantity\": 1} | item",
        "{\"item\": \"cup\", \"quantity\": \"two\"} | quantity",
        "{\"item\": null, \"quantity\": 1} | item",
        "{\"quantity\": 1} | item",
        "{\"item\": \"cup\", \"quantity\": 1e308} | quantity",
        "{\"item\": \"cup\", \"quantity\": -1} | quantity",
        "{\"item\": \"cup\", \"quantity\": 1.5} | quantity",
        "{\"item\": \"cup\", \"quantity\": 1, \"size\": \"huge\"} | size",
        "{\"item\": \"cup\", \"quantity\": 1, \"price\": 0} | price"
      })
  void M07_values_that_do_not_fit_are_refused_by_the_name_of_their_field(
      String arguments, String field) {
    open();
    provider.script(call("order", arguments), text("Which one would you like?"));
    answers("a cup", "Which one would you like?");
    assertThat(outcome()).contains("arguments are missing or invalid", field);
    assertThat(shop.ordered()).isEmpty();
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"responses", "chat"})
  void M08_the_same_call_twice_under_one_id_is_one_call(String api) {
    with("OPENAI_API", api);
    open();
    provider.script(call("order", CUP, "\"ids\": \"same\", \"repeat\": 2"), text("It is ordered."));
    answers("a cup", "It is ordered.");
    assertThat(shop.ordered()).hasSize(1);
    goesOn();
  }

  @ParameterizedTest
  @CsvSource({"same,responses", "same,chat", "missing,responses", "missing,chat"})
  void M08_calls_without_ids_of_their_own_are_run_each_and_told_apart(String ids, String api) {
    with("OPENAI_API", api);
    open();
    String both =
        "{\"reply\": {\"calls\": ["
            + bare("find", "{\"item\": \"cup\"}")
            + ","
            + bare("find", "{\"item\": \"pan\"}")
            + "]}, \"wire\": {\"ids\": \""
            + ids
            + "\"}}";
    provider.script(both, text("We have both."));
    answers("a cup and a pan", "We have both.");
    assertThat(shop.found()).containsExactlyInAnyOrder("{\"item\":\"cup\"}", "{\"item\":\"pan\"}");
    goesOn();
  }

  @Test
  void M08_of_200_calls_as_many_are_run_as_one_reply_may_make() {
    open();
    provider.script(call("find", "{\"item\": \"cup\"}", "\"repeat\": 200"), text("Found."));
    say("all cups");
    assertThat(shop.found()).hasSizeBetween(1, 16);
    goesOn();
    assertThat(shop.found()).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void M08_an_act_that_one_reply_asks_for_many_times_is_done_once() {
    open();
    provider.script(call("order", CUP, "\"repeat\": 200"), text("It is ordered."));
    answers("a cup", "It is ordered.");
    assertThat(shop.ordered()).hasSize(1);
    goesOn();
  }

  @Test
  void M09_the_same_call_again_and_again_is_stopped_and_a_person_is_called() {
    open();
    provider.script(repeated(20, find("cup")));
    assertThat(apologises("a cup")).contains("I could not work this out");
    assertThat(shop.found()).hasSize(3);
    assertThat(provider.asked()).hasSize(4);
    assertThat(entries()).contains("person_wanted");
    goesOn();
  }

  @Test
  void M09_two_calls_in_turns_are_stopped_before_the_limit_of_replies() {
    open();
    provider.script(repeated(20, find("cup"), find("pan")));
    assertThat(apologises("a cup")).contains("I could not work this out");
    assertThat(shop.found()).hasSize(6);
    assertThat(provider.asked()).hasSize(7);
    assertThat(entries()).contains("person_wanted");
    goesOn();
  }

  @Test
  void M09_calls_that_differ_each_time_end_with_the_limit_of_replies() {
    open();
    var turns = new ArrayList<String>();
    for (int i = 0; i < 20; i++) turns.add(find("cup " + i));
    provider.script(turns.toArray(String[]::new));
    assertThat(apologises("a cup")).contains("I could not work this out");
    assertThat(provider.asked()).hasSize(8);
    goesOn();
  }

  private static String find(String item) {
    return call("find", "{\"item\": \"" + item + "\"}");
  }

  private static String[] repeated(int times, String... turns) {
    var all = new ArrayList<String>();
    for (int i = 0; i < times; i++) all.addAll(List.of(turns));
    return all.toArray(String[]::new);
  }
}
