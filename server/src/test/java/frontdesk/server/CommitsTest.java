package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.edge.Edge;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.Wishes;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often a turn waits for the disk, with the request that brings the message counted.
class CommitsTest {
  private static final Json ANYTHING = new Json("{\"type\":\"object\",\"x-source\":\"model\"}");
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir Path data;

  private final Counting balance = new Counting(ToolSpec.look("balance", "", ANYTHING, LIMIT));
  private final Counting pay =
      new Counting(ToolSpec.act("pay", "", ANYTHING, Recovery.RETRY_WITH_KEY, LIMIT).unasked());
  private RunningServer server;
  private Api api;

  /// Counts how often it is called.
  private record Counting(ToolSpec spec, AtomicInteger calls) implements Tool {
    Counting(ToolSpec spec) {
      this(spec, new AtomicInteger());
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      calls.incrementAndGet();
      return new Outcome.Done(new Json("{\"ok\":true}"));
    }
  }

  @BeforeEach
  void start() {
    var agent =
        new Agent(
            "teller",
            "1",
            "customer_support",
            true,
            "",
            Facts.NONE,
            List.of(balance, pay),
            List.of(),
            List.of(),
            "en",
            "UTC",
            Limits.DEFAULT,
            Wishes.NONE);
    server =
        RunningServer.start(
            RunningServer.settings(data), new Agents(List.of(agent)), model(), Edge.real());
    api = server.api();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// Calls the tools that the customer names, twice where they say so, then answers.
  private static ChatModel model() {
    return (request, _) -> {
      if (!(request.messages().getLast() instanceof Message.Customer(var text))) {
        return ModelReply.text("Done.");
      }
      return switch (text) {
        case "look" -> ModelReply.calls(call("balance", "1"));
        case "look twice" -> ModelReply.calls(call("balance", "1"), call("balance", "2"));
        case "look 200 times" ->
            new ModelReply(
                "",
                IntStream.range(0, 200).mapToObj(i -> call("balance", "" + i)).toList(),
                Ending.COMPLETE);
        case "look at the same" -> ModelReply.calls(call("balance", "1"), call("balance", "1"));
        case "act" -> ModelReply.calls(call("pay", "1"));
        default -> ModelReply.text("Hello.");
      };
    };
  }

  private static AskedCall call(String tool, String account) {
    return new AskedCall("c" + account, tool, "{\"account\":\"" + account + "\"}");
  }

  @Test
  void a_plain_turn_commits_twice() {
    assertThat(commits("hello", "Hello.")).isEqualTo(2);
  }

  @Test
  void a_turn_that_looks_commits_three_times_however_many_looks_a_reply_has() {
    assertThat(commits("look", "Done.")).isEqualTo(3);
    assertThat(commits("look twice", "Done.")).isEqualTo(3);
    assertThat(balance.calls()).hasValue(3);
  }

  @Test
  void a_turn_that_acts_commits_four_times() {
    assertThat(commits("act", "Done.")).isEqualTo(4);
    assertThat(pay.calls()).hasValue(1);
  }

  @Test
  void M08_of_two_hundred_calls_in_one_reply_only_so_many_are_made_and_each_once() {
    assertThat(commits("look 200 times", "Done.")).isEqualTo(3);
    assertThat(balance.calls()).hasValue(Limits.DEFAULT.callsPerReply());
    assertThat(commits("look at the same", "Done.")).isEqualTo(3);
    assertThat(balance.calls()).hasValue(Limits.DEFAULT.callsPerReply() + 1);
  }

  @Test
  void a_message_that_is_repeated_or_refused_begins_no_turn() {
    String id = api.create();
    api.sayOnce(id, "hello", "k").botMessage();
    server.untilAtRest(id);
    long writes = server.journal().writes();
    api.sayOnce(id, "hello", "k").botMessage();
    api.say(id, "");
    api.read(id);
    server.untilAtRest(id);
    assertThat(server.journal().writes() - writes).as("only asks whether it is new").isEqualTo(1);
  }

  private long commits(String text, String answer) {
    String id = api.create();
    server.untilAtRest(id);
    long commits = server.journal().commits();
    long writes = server.journal().writes();
    assertThat(api.say(id, text).botMessage()).isEqualTo(answer);
    server.untilAtRest(id);
    long made = server.journal().commits() - commits;
    assertThat(server.journal().writes() - writes).isEqualTo(made);
    return made;
  }
}
