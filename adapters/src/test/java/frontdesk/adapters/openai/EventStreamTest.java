package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void lines_may_end_in_either_way(String end) throws IOException {
    String text = "event: a" + end + "data: 1" + end + end + "data: 2" + end + end;
    assertThat(events(text)).containsExactly("a=1", "=2");
  }

  @Test
  void the_end_of_a_line_may_be_split() throws IOException {
    InputStream oneByOne = new OneByOne("data: 1\r\n\r\ndata: 2\r\n\r\n");
    assertThat(events(oneByOne)).containsExactly("=1", "=2");
  }

  @Test
  void lines_of_data_are_joined() throws IOException {
    assertThat(events("data: {\ndata:  1\ndata:}\n\n")).containsExactly("={\n 1\n}");
  }

  @Test
  void comments_and_unknown_fields_say_nothing() throws IOException {
    assertThat(events(": ping\n\nid: 7\nretry: 10\ndatax: 1\ndata: 1\n: pong\nfoo\n\n"))
        .containsExactly("=1");
  }

  @Test
  void one_space_after_the_colon_is_not_data() throws IOException {
    assertThat(events("data:1\n\ndata: 1\n\ndata:  1\n\n")).containsExactly("=1", "=1", "= 1");
  }

  @Test
  void data_may_be_empty() throws IOException {
    assertThat(events("data\n\ndata:\ndata\n\n")).containsExactly("=", "=\n");
  }

  @Test
  void an_event_without_data_is_none_and_leaves_no_name_behind() throws IOException {
    assertThat(events("event: a\n\ndata: 1\n\n")).containsExactly("=1");
  }

  @Test
  void a_byte_order_mark_is_dropped_at_the_beginning_only() throws IOException {
    assertThat(events("\uFEFFdata: 1\n\n\uFEFFdata: 2\n\ndata: 3\n\n")).containsExactly("=1", "=3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: 1\n\ndata: 2\n", "data: 1\n\ndata: 2", "data: 1\n\ndata"})
  void M04_an_event_that_breaks_off_is_none(String text) throws IOException {
    assertThat(events(text)).containsExactly("=1");
  }

  @Test
  void bytes_may_come_split_anywhere() throws IOException {
    String text =
        "\uFEFF: hi\r\nevent: a\rdata: สวัสดี 👍🏽\ndata: x\r\n\r\ndata: é\r\revent:b\n\ndata:c\n\n";
    List<String> whole = events(text);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 200; seed++) {
      assertThat(events(Provider.split(bytes, new Random(seed)))).isEqualTo(whole);
    }
    assertThat(whole).containsExactly("a=สวัสดี 👍🏽\nx", "=é", "=c");
  }

  @Test
  void M11_a_line_and_an_event_have_a_limit() {
    String line = "data: " + "x".repeat(EventStream.EVENT_BYTES_MAX) + "\n\n";
    String event = ("data: " + "x".repeat(1_000_000) + "\n").repeat(5) + "\n";
    assertThatThrownBy(() -> events(line)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> events(event)).isInstanceOf(IOException.class);
  }

  @Test
  void M11_a_stream_of_comments_has_an_end() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '\n';
          }
        };
    assertThatThrownBy(() -> events(endless)).isInstanceOf(IOException.class);
  }

  private static List<String> events(String text) throws IOException {
    return events(Provider.stream(text));
  }

  private static List<String> events(InputStream in) throws IOException {
    var stream = new EventStream(in);
    var events = new ArrayList<String>();
    while (stream.next()) {
      events.add(
          stream.name()
              + "="
              + new String(stream.data(), 0, stream.length(), StandardCharsets.UTF_8));
    }
    return events;
  }

  private static final class OneByOne extends ByteArrayInputStream {
    OneByOne(String text) {
      super(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, 1);
    }
  }
}
