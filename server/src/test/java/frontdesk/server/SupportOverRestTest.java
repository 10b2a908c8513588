package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SupportOverRestTest {
  @TempDir Path data;

  private RunningServer server;
  private Api api;

  @BeforeEach
  void start() {
    server = RunningServer.start(data);
    api = server.api();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void A_F3_a_conversation_is_created_with_a_function_and_answers_three_ids() {
    var created = api.create("{\"function\": \"customer_support\"}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(List.copyOf(created.json().propertyNames()))
        .containsExactly("conversation_id", "bot_id", "human_user_id");
    created
        .json()
        .forEach(id -> assertThat(UUID.fromString(id.asString())).hasToString(id.asString()));
    assertThat(created.json().valueStream().distinct()).hasSize(3);
  }

  @Test
  void A_F3_the_function_is_customer_support_unless_said_otherwise_and_so_with_an_empty_body() {
    assertThat(api.create("{}").status()).isEqualTo(201);
    var created = api.create("");
    assertThat(created.status()).isEqualTo(201);
    var id = created.json().path("conversation_id").asString("");
    assertThat(api.read(id).json().path("function").asString("")).isEqualTo("customer_support");
  }

  @Test
  void A_F4_any_other_function_is_refused_in_the_form_of_the_original() {
    var wrong = api.create("{\"function\": \"x\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).isEqualTo("{\"function\":[\"\\\"x\\\" is not a valid choice.\"]}");
    for (String function : List.of("\"loyalty\"", "\"\"", "7", "[\"customer_support\"]", "{}")) {
      var refused = api.create("{\"function\": " + function + "}");
      assertThat(refused.status()).as(function).isEqualTo(400);
      assertThat(refused.json().has("function")).as(function).isTrue();
    }
  }

  @Test
  void A_F5_a_client_may_bring_the_id_of_its_user() {
    String user = "8c37b9b4-4c6f-4702-9f84-57d5cbbf81f8";
    var created = api.create("{\"human_user_id\": \"" + user + "\"}");
    assertThat(created.json().path("human_user_id").asString("")).isEqualTo(user);
    for (String wrong : List.of("\"7\"", "7", "[]", "\"8c37b9b4-4c6f-4702-9f84-57d5cbbf81f\"")) {
      var refused = api.create("{\"human_user_id\": " + wrong + "}");
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.text()).isEqualTo("{\"human_user_id\":[\"Must be a valid UUID.\"]}");
    }
  }

  @Test
  void A_F13_a_client_may_say_who_the_user_is_in_its_own_system() {
    assertThat(api.create("{\"external_ref\": \"crm/4711\"}").status()).isEqualTo(201);
    assertThat(api.create("{\"external_ref\": \"" + "x".repeat(200) + "\"}").status())
        .isEqualTo(201);
    for (String wrong : List.of("\"" + "x".repeat(201) + "\"", "7", "{}")) {
      var refused = api.create("{\"external_ref\": " + wrong + "}");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().has("external_ref")).isTrue();
    }
  }

  @Test
  void A_F6_a_message_is_answered_with_or_without_the_slash_at_the_end() {
    String id = api.create();
    var answer = api.say(id, "i have an issue");
    assertThat(List.copyOf(answer.json().propertyNames())).containsExactly("bot_message");
    assertThat(answer.botMessage()).isNotBlank();
    var bare = api.send("PATCH", "/api/conversations/" + id, "{\"message\": \"hello\"}");
    assertThat(bare.botMessage()).isNotBlank();
    assertThat(api.send("GET", "/api/conversations/" + id, "").status()).isEqualTo(200);
    assertThat(api.send("POST", "/api/conversations", "{}").status()).isEqualTo(201);
  }

  @Test
  void a_new_conversation_is_open_and_knows_nothing() {
    String id = api.create();
    var read = api.read(id).json();
    assertThat(read.toString())
        .isEqualTo(
            """
            {"conversation_id":"%s","function":"customer_support","agent":"support",\
            "status":"open","facts":{"order_number":null,"problem_category":null,\
            "problem_description":null,"urgency_level":null},"messages":[],\
            "message_count":0,"ticket":null}"""
                .formatted(id));
  }

  @Test
  void A_F7_only_what_is_missing_is_asked_for() {
    String id = api.create();
    String first = api.say(id, "hello, i need help").botMessage();
    assertThat(first.toLowerCase(Locale.ROOT)).contains("order number");
    String second = api.say(id, "order AB-12345, it is urgent").botMessage();
    String asked = second.substring(second.lastIndexOf(". ") + 1).toLowerCase(Locale.ROOT);
    assertThat(asked).endsWith("?").contains("what happened");
    assertThat(asked).doesNotContain("order number", "urgen");
    assertThat(facts(id).path("order_number").asString("")).isEqualTo("AB-12345");
    assertThat(facts(id).path("urgency_level").asString("")).isEqualTo("high");
  }

  @Test
  void A_F14_the_order_number_of_the_original_is_never_asked_for_again() {
    List<String> answers = talk();
    assertThat(answers.getFirst().toLowerCase(Locale.ROOT)).contains("order number");
    for (String answer : answers.subList(1, answers.size())) {
      assertThat(answer.toLowerCase(Locale.ROOT))
          .doesNotContainPattern("(your|the) order number\\b[^.!]*\\?")
          .doesNotContain("order number missing");
    }
  }

  @Test
  void A_F14_a_list_with_blank_labels_erases_nothing() {
    String id = api.create();
    Seed.turns().subList(0, 3).forEach(text -> api.say(id, text).botMessage());
    assertThat(facts(id).path("order_number").asString("")).isEqualTo("7474839");
    api.say(id, Seed.turns().get(3)).botMessage();
    assertThat(facts(id).path("order_number").asString("")).isEqualTo("7474839");
    assertThat(facts(id).path("problem_category").asString("")).isEqualTo("Rental Car Deposit");
    assertThat(facts(id).path("problem_description").asString("")).contains("refund");
  }

  @Test
  void A_F14_the_original_ends_with_a_summary_and_next_steps_not_with_the_questions_again() {
    String id = api.create();
    List<String> answers = talk(id);
    String last = answers.getLast();
    assertThat(last).contains("7474839", "one working day");
    assertThat(last).doesNotContain("What is your", "Could you");
    JsonNode read = api.read(id).json();
    assertThat(read.path("status").asString("")).isEqualTo("completed");
    assertThat(read.path("agent").asString("")).isEqualTo("closer");
    JsonNode facts = read.path("facts");
    assertThat(facts.path("order_number").asString("")).isEqualTo("7474839");
    assertThat(facts.path("problem_category").asString("")).isEqualTo("Rental Car Deposit");
    assertThat(facts.path("problem_description").asString("")).contains("deposit refund");
    assertThat(facts.path("urgency_level").asString("")).isEqualTo("high");
    assertThat(read.path("ticket").path("id").asString("")).matches("T-[0-9A-F]{8}");
    assertThat(read.path("ticket").path("status").asString("")).isEqualTo("open");
    assertThat(last).contains(read.path("ticket").path("id").asString(""));
    assertThat(read.path("message_count").asInt(0)).isEqualTo(12);
  }

  @Test
  void A_F14_what_the_customer_said_stands_in_the_log_as_it_was_said() {
    String id = api.create();
    talk(id);
    assertThat(api.messages(id).stream().filter(m -> m.startsWith("user: ")).toList())
        .isEqualTo(Seed.turns().stream().map(text -> "user: " + text).toList());
  }

  @Test
  void A_F15_new_facts_after_the_ticket_reopen_it() {
    String id = api.create();
    talk(id);
    String ticket = api.read(id).json().path("ticket").path("id").asString("");
    api.say(id, "sorry, the order number is 7474840").botMessage();
    JsonNode read = api.read(id).json();
    assertThat(read.path("facts").path("order_number").asString("")).isEqualTo("7474840");
    assertThat(read.path("ticket").path("id").asString("")).isEqualTo(ticket);
    assertThat(read.path("ticket").path("status").asString("")).isEqualTo("reopened");
  }

  private List<String> talk() {
    return talk(api.create());
  }

  private List<String> talk(String id) {
    return Seed.turns().stream().map(text -> api.say(id, text).botMessage()).toList();
  }

  private JsonNode facts(String id) {
    return Jsons.parse(api.read(id).text()).path("facts");
  }
}
