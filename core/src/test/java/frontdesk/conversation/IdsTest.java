package frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @Test
  void a_conversation_id_has_a_channel_an_account_and_a_peer_which_may_hold_colons() {
    var id = new ConversationId("web:shop:a:b");
    assertThat(id.channel()).isEqualTo("web");
    assertThat(id.account()).isEqualTo("shop");
    assertThat(id.peer()).isEqualTo("a:b");
    assertThat(ConversationId.of("web", "shop", "a:b")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "web",
        "web:shop",
        "web:shop:",
        "web::peer",
        ":shop:peer",
        "WEB:shop:peer",
        "web:shop:a b",
        "web:shop:a\nb",
        "web:shop:a\u0000",
        "web:shop:a\u0085",
        "web:shop:a\u2028b",
        "web:shop:a\u202Eb",
        "web:shop:a\u00A0b",
        "web:sh op:a",
        "web:shop:a\u001B[31m"
      })
  void S15_anything_else_or_what_would_spoil_a_line_of_a_log_is_no_conversation_id(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ConversationId(id));
  }

  @Test
  void ids_have_a_length() {
    String peer = "p".repeat(200 - "web:shop:".length());
    assertThat(new ConversationId("web:shop:" + peer).peer()).isEqualTo(peer);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConversationId("web:shop:" + peer + "p"));
    assertThat(new EventId("e".repeat(400)).value()).hasSize(400);
    assertThatIllegalArgumentException().isThrownBy(() -> new EventId("e".repeat(401)));
    assertThatIllegalArgumentException().isThrownBy(() -> new EventId(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new CallId(""));
  }

  @Test
  void an_idempotency_key_is_that_of_its_call_in_its_conversation_only() {
    var one = new ConversationId("web:shop:one");
    var two = new ConversationId("web:shop:two");
    IdempotencyKey key = IdempotencyKey.of(one, new CallId("1.0"));
    assertThat(key).isEqualTo(IdempotencyKey.of(one, new CallId("1.0")));
    assertThat(key).isNotEqualTo(IdempotencyKey.of(one, new CallId("1.1")));
    assertThat(key).isNotEqualTo(IdempotencyKey.of(two, new CallId("1.0")));
  }
}
