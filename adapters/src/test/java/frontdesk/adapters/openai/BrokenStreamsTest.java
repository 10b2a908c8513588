package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Entry.Ending;
import frontdesk.engine.HandTime;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenStreamsTest {
  private static final RandomReply SAID =
      new RandomReply(
          List.of("Let me look."),
          "",
          "",
          true,
          List.of(new AskedCall("call_1", "find_slots", "{\"day\":\"9\"}")),
          false,
          false,
          true);

  @ParameterizedTest
  @EnumSource(Api.class)
  void M04_wherever_a_stream_breaks_off_before_its_end_no_call_gets_out(Api api) {
    byte[] whole = events(api).getBytes(StandardCharsets.UTF_8);
    int end =
        events(api).indexOf(api == Api.CHAT ? "\"finish_reason\":\"tool" : "response.completed");
    for (int length = 0; length < end; length += 7) {
      Provider provider = Provider.events(broken(Arrays.copyOf(whole, length)));
      assertThat(failure(provider, api).kind()).isEqualTo(Kind.BROKEN);
      assertThat(provider.closed).isTrue();
      Provider ended = Provider.events(new String(whole, 0, length, StandardCharsets.UTF_8));
      assertThat(failure(ended, api).kind()).isEqualTo(Kind.BROKEN);
    }
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M04_what_breaks_off_after_the_end_is_whole(Api api) {
    ModelReply reply = Provider.events(broken(bytes(events(api)))).reply(api);
    assertThat(reply.calls()).isEqualTo(SAID.calls());
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M03_a_stall_in_the_middle_is_a_timeout(Api api) {
    byte[] part = Arrays.copyOf(bytes(events(api)), 200);
    InputStream stalled =
        new SequenceInputStream(
            Provider.stream(new String(part, StandardCharsets.UTF_8)),
            failing(new SocketTimeoutException("no bytes for a while")));
    assertThat(failure(Provider.events(stalled), api).kind()).isEqualTo(Kind.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M03_a_stream_of_one_token_in_ten_seconds_ends_at_the_deadline(Api api) {
    var time = new HandTime[1];
    InputStream slow =
        new InputStream() {
          private final InputStream bytes = Provider.stream(events(api));

          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            time[0].pass(Duration.ofSeconds(10));
            return bytes.read(target, offset, Math.min(length, 80));
          }
        };
    Provider provider = Provider.events(slow);
    time[0] = provider.time;
    assertThat(failure(provider, api).kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(provider.closed).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void a_body_that_breaks_off_after_the_deadline_is_a_timeout(Api api) {
    Provider provider = Provider.events(failing(new IOException("closed")));
    var late =
        new OpenAi(
            request -> {
              provider.time.pass(Duration.ofSeconds(61));
              return provider.handle(request);
            },
            Requests.settings(api, true),
            provider.time);
    ModelException failure =
        catchThrowableOfType(ModelException.class, () -> late.reply(Provider.HELLO, _ -> {}));
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "null", "<html>", "{\"choices\":[]}", "{\"output\":1"})
  void an_answer_that_holds_no_reply_is_broken(String body) {
    assertThat(failure(Provider.json(200, body), Api.RESPONSES).kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure(Provider.json(200, body), Api.CHAT).kind()).isEqualTo(Kind.BROKEN);
    Provider stream = Provider.events("data: " + body + "\n\n");
    assertThat(failure(stream, Api.CHAT).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void M02_an_error_whose_body_breaks_off_leaves_the_status() {
    Provider provider = Provider.error(503, failing(new IOException("Connection reset")));
    assertThat(failure(provider, Api.CHAT).kind()).isEqualTo(Kind.OVERLOADED);
  }

  @Test
  void a_response_that_is_not_done_is_no_reply() {
    Provider queued = Provider.json(200, "{\"status\":\"queued\",\"output\":[]}");
    assertThat(failure(queued, Api.RESPONSES).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void a_server_that_does_not_stream_when_asked_to_is_understood() {
    assertThat(Provider.json(200, ChatWire.whole(SAID)).reply(Api.CHAT).calls())
        .isEqualTo(SAID.calls());
  }

  private static ModelException failure(Provider provider, Api api) {
    return catchThrowableOfType(ModelException.class, () -> provider.reply(api));
  }

  private static String events(Api api) {
    var random = new Random(1);
    return switch (api) {
      case RESPONSES -> ResponsesWire.events(SAID, random);
      case CHAT -> ChatWire.events(SAID, random);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream broken(byte[] bytes) {
    return new SequenceInputStream(
        Provider.stream(new String(bytes, StandardCharsets.UTF_8)),
        failing(new IOException("Connection reset")));
  }

  private static InputStream failing(IOException failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw failure;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        throw failure;
      }
    };
  }
}
