package frontdesk.server;

import static frontdesk.server.RunningServer.ONE;
import static frontdesk.server.RunningServer.OPERATOR;
import static frontdesk.server.RunningServer.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused before it reaches a conversation: nothing of it is kept.
class RestRefusalsTest {
  private static final String REQUIRED = "{\"message\":[\"This field is required.\"]}";

  @TempDir Path data;

  @Test
  void a_message_must_be_there_and_be_text() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      for (String body :
          List.of(
              "{}",
              "",
              "{\"message\": \"\"}",
              "{\"message\": \" \\n\\t \"}",
              "{\"message\": null}",
              "{\"message\": 7}",
              "{\"message\": true}",
              "{\"message\": [\"hello\"]}",
              "{\"message\": {\"text\": \"hello\"}}",
              "{\"Message\": \"hello\"}")) {
        var refused = server.api().patch(id, body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.text()).as(body).isEqualTo(REQUIRED);
      }
      assertThat(server.api().messages(id)).isEmpty();
    }
  }

  @Test
  void W16_a_body_that_is_no_sound_json_is_refused_without_repeating_it() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      for (String body :
          List.of(
              "{",
              "hello",
              "[]",
              "\"hello\"",
              "null",
              "{\"message\": \"a\"} {}",
              "{\"message\": \"a\", \"message\": \"b\"}",
              "{\"message\": NaN}",
              "{\"message\": \"a\", \"n\": NaN}",
              "{\"message\": \"a\", \"n\": " + "9".repeat(10_000) + "}",
              "{\"message\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}",
              "{\"message\": \"a\", \"deep\": " + "{\"a\":".repeat(10_000) + "1")) {
        var refused = server.api().patch(id, body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.detail()).startsWith("JSON parse error - ").hasSizeLessThan(100);
        assertThat(server.api().create(body).status()).as(body).isEqualTo(400);
      }
      assertThat(server.api().patch(id, "{\"message\": 1e999999}").status()).isEqualTo(400);
      assertThat(server.api().messages(id)).isEmpty();
    }
  }

  @Test
  void W17_bytes_that_are_not_utf_8_are_refused() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      byte[] bytes = "{\"message\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
      var refused = server.api().send("PATCH", "/api/conversations/" + id + "/", bytes);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.detail()).isEqualTo("JSON parse error - the body is not UTF-8");
    }
  }

  @Test
  void W17_a_byte_order_mark_is_no_part_of_the_body() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      assertThat(server.api().patch(id, "\ufeff{\"message\": \"hello\"}").botMessage())
          .isNotBlank();
      assertThat(server.api().messages(id)).startsWith("user: hello");
    }
  }

  @Test
  void W17_nul_and_halves_of_characters_do_not_break_the_store() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      server.api().patch(id, "{\"message\": \"a\\u0000b\"}").botMessage();
      server.api().patch(id, "{\"message\": \"c\\ud800d \\udc00e\"}").botMessage();
      server.api().patch(id, "{\"message\": \"\\ud83d\\ude00 f\"}").botMessage();
      assertThat(server.api().messages(id))
          .contains("user: a\u0000b", "user: c\ufffdd \ufffde", "user: \ud83d\ude00 f");
      assertThat(server.api().create("{\"external_ref\": \"\\u0000\\ud800\"}").status())
          .isEqualTo(201);
    }
  }

  @Test
  void a_request_without_a_valid_key_is_401_whatever_it_asks_for() {
    try (var server = RunningServer.start(RunningServer.keyed(data))) {
      String id = server.api().withKey(ONE).create();
      for (Api api :
          List.of(server.api(), server.api().withKey("wrong"), server.api().withKey(""))) {
        for (var refused :
            List.of(api.create("{}"), api.say(id, "hello"), api.read(id), api.say("no", "hello"))) {
          assertThat(refused.status()).isEqualTo(401);
          assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
          assertThat(refused.text()).doesNotContain(ONE, id);
        }
      }
      var basic =
          server
              .api()
              .send("GET", "/api/conversations/" + id + "/", "", "Authorization", "Basic " + ONE);
      assertThat(basic.status()).isEqualTo(401);
      assertThat(server.api().withKey(ONE).say(id, "hello").status()).isEqualTo(200);
    }
  }

  @Test
  void S06_anothers_conversation_cannot_be_told_from_one_that_does_not_exist() {
    try (var server = RunningServer.start(RunningServer.keyed(data))) {
      Api one = server.api().withKey(ONE);
      Api two = server.api().withKey(TWO);
      String ofOne = one.create();
      one.say(ofOne, "my order number is 7474839").botMessage();
      var unknown = two.read("9701444a-9618-428c-9a24-eca0636fbc9d");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.text()).isEqualTo("{\"detail\":\"Conversation not found\"}");
      for (String id :
          List.of(
              ofOne, "7", "rest:one:" + ofOne, ofOne.replace('-', '_'), "%F0%9F%98%80", "a%20b")) {
        var read = two.read(id);
        assertThat(read.status()).as(id).isEqualTo(404);
        assertThat(read.text()).isEqualTo(unknown.text());
        assertThat(headers(read)).isEqualTo(headers(unknown));
        var said = two.say(id, "hello");
        assertThat(said.status()).as(id).isEqualTo(404);
        assertThat(said.text()).isEqualTo(unknown.text());
        assertThat(headers(said)).isEqualTo(headers(unknown));
      }
      assertThat(server.api().withKey(OPERATOR).read(ofOne).status()).isEqualTo(404);
      assertThat(one.messages(ofOne)).hasSize(2);
    }
  }

  @Test
  void W21_another_method_is_405_and_another_type_of_body_415() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      String path = "/api/conversations/" + id + "/";
      for (String method : List.of("PUT", "POST", "DELETE", "TRACE")) {
        var refused = server.api().send(method, path, "{\"message\": \"hello\"}");
        assertThat(refused.status()).as(method).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, PATCH");
      }
      assertThat(server.api().send("GET", "/api/conversations/", "").status()).isEqualTo(405);
      for (String type :
          List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
        var refused =
            server.api().send("PATCH", path, "{\"message\": \"hello\"}", "Content-Type", type);
        assertThat(refused.status()).as(type).isEqualTo(415);
        assertThat(refused.text()).doesNotContain(type);
      }
      var charset =
          server
              .api()
              .send(
                  "PATCH",
                  path,
                  "{\"message\": \"hi\"}",
                  "Content-Type",
                  "Application/JSON; charset=utf-8");
      assertThat(charset.status()).isEqualTo(200);
    }
  }

  @Test
  void W17_a_message_of_control_characters_cannot_outgrow_an_entry_of_the_log() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      assertThat(server.api().say(id, "\u0001".repeat(30_000)).status()).isEqualTo(413);
      assertThat(server.api().say(id, "\u0001".repeat(20_000) + "hello").status()).isEqualTo(200);
      assertThat(server.api().say(id, "and on").status()).isEqualTo(200);
    }
  }

  @Test
  void W14_a_body_above_256_KiB_and_a_message_above_64_KiB_are_413() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      String padding = " ".repeat(256 * 1024);
      assertThat(server.api().patch(id, "{\"message\": \"hello\"}" + padding).status())
          .isEqualTo(413);
      assertThat(server.api().create("{}" + padding).status()).isEqualTo(413);
      var tooLong = server.api().say(id, "a".repeat(64 * 1024 + 1));
      assertThat(tooLong.status()).isEqualTo(413);
      assertThat(tooLong.detail()).isEqualTo("message: at most 65536 bytes");
      assertThat(server.api().say(id, "\u0e01".repeat(64 * 1024 / 3 + 1)).status()).isEqualTo(413);
      assertThat(server.api().messages(id)).isEmpty();
      assertThat(server.api().say(id, "a".repeat(64 * 1024)).status()).isEqualTo(200);
    }
  }

  @Test
  void S12_requests_are_limited_for_each_address_and_for_each_key() {
    var settings = RunningServer.settings(data, "guided", RunningServer.keys(), 0.001, 6);
    try (var server = RunningServer.start(settings)) {
      Api one = server.api().withKey(ONE);
      String id = one.create();
      for (int i = 0; i < 5; i++) assertThat(one.read(id).status()).isEqualTo(200);
      for (var refused : List.of(one.read(id), one.say(id, "hello"), one.create("{}"))) {
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.detail()).isNotBlank();
      }
      assertThat(server.api().withKey(TWO).read(id).status()).as("the same address").isEqualTo(429);
      assertThat(one.fromElsewhere().read(id).status()).as("the same key").isEqualTo(429);
      assertThat(server.api().withKey(TWO).fromElsewhere().read(id).status()).isEqualTo(404);
      assertThat(server.api().send("GET", "/health/live", "").status()).isEqualTo(200);
    }
  }

  @Test
  void an_idempotency_key_is_visible_ascii_and_given_once() {
    try (var server = RunningServer.start(data)) {
      String id = server.api().create();
      for (String key : List.of("", "a b", "x".repeat(201))) {
        assertThat(server.api().sayOnce(id, "hello", key).status()).as(key).isEqualTo(400);
      }
      var twice = server.api().say(id, "hello", "Idempotency-Key", "a", "Idempotency-Key", "b");
      assertThat(twice.status()).isEqualTo(400);
      assertThat(server.api().create("{}", "Idempotency-Key", "a b").status()).isEqualTo(400);
      assertThat(server.api().messages(id)).isEmpty();
    }
  }

  private static Map<String, List<String>> headers(Api.Answer answer) {
    var headers = new HashMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }
}
