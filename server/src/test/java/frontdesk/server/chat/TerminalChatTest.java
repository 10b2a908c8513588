package frontdesk.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.RealThreads;
import frontdesk.server.chat.TerminalChat.Previews;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class TerminalChatTest {
  /// Nothing was said in it, and nothing is.
  private static final class Silence implements Talk {
    @Override
    public Reply say(String text) {
      throw new AssertionError("Nobody says anything");
    }

    @Override
    public void stop() {}

    @Override
    public void reset() {}

    @Override
    public String id() {
      return "one";
    }

    @Override
    public List<Line> history() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  @Test
  void notices_stand_under_the_title_before_anything_is_typed() throws IOException {
    var in = new ByteArrayInputStream("/quit\n".getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    try (var terminal = new DumbTerminal("test", "dumb", in, out, StandardCharsets.UTF_8);
        var talk = new Silence()) {
      new TerminalChat(talk, "A title.", List.of("A notice."), new Previews(), new RealThreads())
          .run(terminal);
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(String::strip))
        .startsWith("A title.", "A notice.", "/help lists what else you can type. /quit leaves.");
  }
}
