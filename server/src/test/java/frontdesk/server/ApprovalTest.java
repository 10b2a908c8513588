package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.channel.Channels;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.edge.Edge;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.Wishes;
import frontdesk.runtime.Listener;
import frontdesk.server.chat.LocalTalk;
import frontdesk.server.chat.Talk.Reply.Answer;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guarantee 9 on pull channels: a question counts as shown just before its answer leaves, so what
/// the customer writes next is later.
class ApprovalTest {
  private static final Json ANYTHING = new Json("{\"type\":\"object\",\"x-source\":\"model\"}");
  private static final Edge EDGE = Edge.real();

  @TempDir Path data;

  private final Paying pay = new Paying(new AtomicInteger());

  @Test
  void a_yes_over_rest_approves_what_was_shown_once() {
    try (var server = RunningServer.start(RunningServer.settings(data), agents(), model(), EDGE)) {
      Api api = server.api();
      String id = api.create();
      assertThat(api.say(id, "pay").botMessage()).contains("Pay 10.00");
      assertThat(pay.calls()).as("not before").hasValue(0);
      assertThat(api.say(id, "yes").botMessage()).isEqualTo("Done.");
      assertThat(pay.calls()).hasValue(1);
      assertThat(api.say(id, "yes").botMessage()).isEqualTo("Hello.");
      assertThat(pay.calls()).as("once").hasValue(1);
    }
  }

  @Test
  void a_yes_in_the_terminal_approves_what_was_shown() {
    try (var desk =
        Desk.open(
            data, "chat", agents(), Model.plain(model()), Channels.NONE, EDGE, Listener.NONE)) {
      var talk = new LocalTalk(desk, EDGE, "teller", "one");
      assertThat(((Answer) talk.say("pay")).text()).contains("Pay 10.00");
      assertThat(((Answer) talk.say("yes")).text()).isEqualTo("Done.");
      assertThat(pay.calls()).hasValue(1);
    }
  }

  private Agents agents() {
    return new Agents(
        List.of(
            new Agent(
                "teller",
                "1",
                "customer_support",
                true,
                "",
                Facts.NONE,
                List.of(pay),
                List.of(),
                List.of(),
                "en",
                "UTC",
                Limits.DEFAULT,
                Wishes.NONE)));
  }

  private static ChatModel model() {
    return (request, _) ->
        switch (request.messages().getLast()) {
          case Message.Customer(var text) when text.equals("pay") ->
              ModelReply.calls(new AskedCall("c", "pay", "{}"));
          case Message.Customer(var text)
              when text.equals("yes")
                  && request.messages().stream().noneMatch(ApprovalTest::isDone) ->
              ModelReply.text("Nothing is open.");
          case Message.Customer _ -> ModelReply.text("Hello.");
          default -> ModelReply.text("Done.");
        };
  }

  private static boolean isDone(Message message) {
    return message instanceof Message.ToolSaid said && said.content().contains("paid");
  }

  private record Paying(AtomicInteger calls) implements WriteTool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.act("pay", "", ANYTHING, Recovery.RETRY_WITH_KEY, Duration.ofSeconds(5));
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return new Previewing.Preview("Pay 10.00", new Json("{\"price\":\"10.00\"}"));
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      calls.incrementAndGet();
      return new Outcome.Done(new Json("{\"paid\":true}"));
    }
  }
}
