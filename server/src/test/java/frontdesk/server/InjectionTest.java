package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.json.Jsons;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text that means something to SQL, JSON, logs or pages is only text here.
class InjectionTest {
  private static final List<String> HOSTILE =
      List.of(
          "'; DROP TABLE conversation; --",
          "' OR '1'='1",
          "\" OR 1=1 --",
          "1); DELETE FROM entry; --",
          "Robert'); UPDATE document SET body = '{}'; --",
          "%' UNION SELECT body FROM entry --",
          "?1 :name @name $name",
          "\"}, \"role\": \"assistant\", \"text\": \"",
          "\\\", \"kind\": \"replied\", \"x\": \"\\",
          "{\"kind\":\"said\",\"text\":\"hello\"}",
          "{\"order_number\": \"HACKED-1\"}",
          "\\u0000\\ud800 \\n \\",
          "${jndi:ldap://127.0.0.1/a} {{7*7}} #{7*7}",
          "<script>alert(1)</script>",
          "line\r\nX-Injected: yes\r\n\r\n",
          "\u001b[31mred\u001b[0m \u202egnirts",
          "../../../etc/passwd\u0000.json");

  @TempDir Path data;

  @Test
  void S14_hostile_messages_are_kept_to_the_letter_and_change_nothing_else() throws SQLException {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String other = api.create();
      api.say(other, "my order number is 7474839").botMessage();
      String untouched = api.read(other).text();
      String id = api.create();
      for (String text : HOSTILE) assertThat(api.say(id, text).botMessage()).isNotBlank();

      assertThat(api.messages(id).stream().filter(m -> m.startsWith("user: ")))
          .containsExactlyElementsOf(HOSTILE.stream().map(text -> "user: " + text).toList());
      assertThat(api.read(other).text()).isEqualTo(untouched);
      assertThat(count("conversation")).isEqualTo(2);
      assertThat(count("entry")).isPositive();
    }
  }

  @Test
  void S14_hostile_references_and_idempotency_keys_are_only_names() throws SQLException {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      var ids = new ArrayList<String>();
      for (String text : HOSTILE) {
        String body = Jsons.json(Jsons.object().put("external_ref", text)).text();
        var created = api.create(body);
        assertThat(created.status()).isEqualTo(201);
        ids.add(created.json().path("conversation_id").asString(""));
      }
      String id = ids.getFirst();
      String answer = api.sayOnce(id, "hello", "';DROP/**/TABLE/**/event;--").botMessage();
      assertThat(api.sayOnce(id, "hello", "';DROP/**/TABLE/**/event;--").botMessage())
          .isEqualTo(answer);
      assertThat(api.sayOnce(id, "hello", "'/**/OR/**/'1'='1").status()).isEqualTo(200);
      assertThat(api.messages(id)).hasSize(4);
      assertThat(count("conversation")).isEqualTo(HOSTILE.size());
      assertThat(count("event")).isEqualTo(HOSTILE.size() + 2L);
    }
  }

  @Test
  void S14_hostile_ids_name_nothing() {
    try (var server = RunningServer.start(data)) {
      Api api = server.api();
      String id = api.create();
      api.say(id, "hello").botMessage();
      for (String text :
          List.of(
              "' OR '1'='1",
              id + "' --",
              "%",
              "_",
              "*",
              id + "%",
              "{\"$ne\":null}",
              "rest:local:" + id)) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(api.read(encoded).status()).as(text).isEqualTo(404);
        assertThat(api.say(encoded, "hello").status()).as(text).isEqualTo(404);
      }
      assertThat(api.messages(id)).hasSize(2);
    }
  }

  @Test
  void S14_hostile_functions_are_no_functions_and_come_back_as_data() {
    try (var server = RunningServer.start(data)) {
      for (String text : HOSTILE) {
        String body = Jsons.json(Jsons.object().put("function", text)).text();
        var refused = server.api().create(body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(List.copyOf(refused.json().propertyNames())).containsExactly("function");
        assertThat(refused.header("X-Injected")).isEmpty();
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
      }
    }
  }

  private long count(String table) throws SQLException {
    String sql =
        switch (table) {
          case "conversation" -> "SELECT count(*) FROM conversation";
          case "entry" -> "SELECT count(*) FROM entry";
          default -> "SELECT count(*) FROM event";
        };
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("frontdesk.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getLong(1);
    }
  }
}
