package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.model.Wishes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// M10 to M13: answers that a customer must not get as they are.
class OddAnswersTest extends OnTheWire {
  private static final String NO_ANSWER =
      "Sorry, I can't help with that. Is there something else I can do for you?";
  private static final String THAI = "ได้เลยค่ะ เรามีแก้วกาแฟหลายแบบให้เลือกที่ร้านของเรา";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"reply\": {\"text\": \"\"}} | responses",
        "{\"reply\": {\"text\": \"\"}} | chat",
        "{\"reply\": {\"text\": \" \\n\\t \"}} | responses",
        "{\"reply\": {\"text\": \" \\n\\t \"}} | chat",
        "{\"reply\": {\"text\": \"x\"}, \"wire\": {\"reasoning\": \"only\"}} | responses",
        "{\"reply\": {\"text\": \"x\"}, \"wire\": {\"reasoning\": \"only\"}} | chat",
        "{\"reply\": {\"refusal\": \"I cannot talk about that.\"}} | responses",
        "{\"reply\": {\"refusal\": \"I cannot talk about that.\"}} | chat",
        "{\"reply\": {\"text\": \"\"}, \"wire\": {\"finish\": \"content_filter\"}} | responses",
        "{\"reply\": {\"text\": \"\"}, \"wire\": {\"finish\": \"content_filter\"}} | chat",
        "{\"reply\": {\"text\": \"So\"}, \"wire\": {\"finish\": \"content_filter\"}} | responses",
        "{\"reply\": {\"text\": \"So\"}, \"wire\": {\"finish\": \"content_filter\"}} | chat"
      })
  void M10_no_answer_at_all_is_a_sentence_of_ours_never_a_blank(String turn, String api) {
    with("OPENAI_API", api);
    open();
    provider.script(turn);
    answers("tell me", NO_ANSWER);
    assertThat(messages()).containsExactly("user: tell me", "assistant: " + NO_ANSWER);
    goesOn();
  }

  @Test
  void M10_a_blank_answer_to_a_thai_customer_is_a_thai_sentence() {
    open();
    provider.script(text(""));
    assertThat(say("สวัสดีค่ะ มีแก้วกาแฟไหมคะ").botMessage()).contains("ขออภัย");
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void M10_what_is_said_beside_the_answer_is_not_the_answer(String stream) {
    open(Limits.DEFAULT, "{name: openai, stream: " + stream + "}");
    provider.script(text("We have three cups.", "\"commentary\": \"Let me look that up.\""));
    answers("tell me", "We have three cups.");
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void M11_an_answer_of_a_megabyte_is_cut_at_the_limit_and_marked(boolean stream) {
    var most =
        new Wishes(
            Optional.empty(), Optional.empty(), Optional.empty(), Wishes.REPLY_TOKENS_MAX, false);
    open(shop.agents(Limits.DEFAULT, most), "{name: openai, stream: " + stream + "}");
    provider.script(text("All of our cups. ", "\"repeat\": 65000"));
    String said = say("tell me all").botMessage();
    assertThat(said).startsWith("All of our cups.").endsWith(" […]");
    assertThat(said.length()).isBetween(1_000, Limits.REPLY_CHARACTERS + 4);
    goesOn();
  }

  @Test
  void M11_an_answer_that_the_provider_cut_is_given_as_far_as_it_goes() {
    open();
    provider.script(text("All of our cups. ", "\"repeat\": 65000"));
    assertThat(say("tell me all").botMessage()).startsWith("All of our cups.").endsWith(" […]");
    goesOn();
  }

  @Test
  void M12_an_answer_in_another_language_is_asked_for_again_once() {
    open();
    provider.script(text(THAI), text("Yes, we have many kinds of coffee cups in our shop."));
    answers("do you have cups?", "Yes, we have many kinds of coffee cups in our shop.");
    assertThat(provider.asked()).hasSize(2);
    assertThat(provider.newest().toString()).contains("The customer writes English");
    assertThat(metrics()).contains("frontdesk_model_asked_again_total{why=\"language\"} 1.0");
    goesOn();
  }

  @Test
  void M12_a_thai_customer_is_answered_in_thai() {
    open();
    provider.script(text("Yes, we have many kinds of coffee cups in our shop."), text(THAI));
    answers("สวัสดีค่ะ มีแก้วกาแฟไหมคะ", THAI);
    assertThat(provider.newest().toString()).contains("The customer writes Thai");
    goesOn();
  }

  @Test
  void M12_an_answer_that_stays_in_another_language_is_given_the_customer_may_have_wanted_it() {
    open();
    provider.script(text(THAI), text(THAI));
    answers("please say it in thai", THAI);
    assertThat(provider.asked()).hasSize(2);
    goesOn();
  }

  @Test
  void M13_a_success_that_no_act_proves_is_not_told_to_the_customer() {
    open();
    provider.script(text("Your cup has been ordered."));
    answers("a cup, please", "Sorry, I can't confirm that this has been done.");
    assertThat(shop.ordered()).isEmpty();
    assertThat(messages().toString()).doesNotContain("has been ordered");
    goesOn();
  }

  @Test
  void M13_a_success_after_an_act_of_unknown_outcome_is_not_told_either() {
    open();
    provider.script(
        call("order", "{\"item\": \"ghost\", \"quantity\": 1}"), text("It has been ordered."));
    String said = say("a ghost, please").text();
    assertThat(said).doesNotContain("has been ordered");
    goesOn();
    assertThat(shop.ordered()).hasSize(1);
  }

  @Test
  void M13_a_success_that_an_act_proves_is_told() {
    open();
    provider.script(
        call("order", "{\"item\": \"cup\", \"quantity\": 1}"), text("It has been ordered."));
    answers("a cup, please", "It has been ordered.");
    goesOn();
  }
}
