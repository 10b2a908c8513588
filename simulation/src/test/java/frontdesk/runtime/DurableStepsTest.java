package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Facts;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Approved;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Guarantee 4: what shows or costs is durable before it happens, and nothing else waits for a
/// disk.
class DurableStepsTest {
  private static final Outcome DONE = new Outcome.Done(Json.EMPTY);
  private static final Found CANNOT_TELL = new Found.CannotTell("down");

  private final TestDesk desk = new TestDesk();
  private final List<List<Entry>> durable = new ArrayList<>();

  @Test
  void an_act_is_called_after_its_intent_is_durable() {
    desk.with(TestAgent.with((_, _) -> seen(() -> DONE), (_, _) -> CANNOT_TELL))
        .modelCalls("retry");
    desk.run(() -> desk.says("Do it"));
    assertThat(durable.getFirst()).last().isInstanceOf(Intended.class);
  }

  @Test
  void what_came_of_an_act_is_durable_before_the_model_hears_of_it() {
    desk.modelCalls("retry").whileTheModelReplies(() -> durable.add(desk.entries()));
    desk.run(() -> desk.says("Do it"));
    assertThat(durable.getLast()).last().isInstanceOf(Returned.class);
  }

  @Test
  void a_crash_while_looking_does_not_ask_the_model_again() {
    desk.with(TestAgent.with((_, _) -> seen(() -> DONE), (_, _) -> CANNOT_TELL)).modelCalls("look");
    desk.run(() -> desk.says("Look"));
    assertThat(durable.getFirst()).last().isInstanceOf(ModelSaid.class);
  }

  @Test
  void a_crash_while_a_preview_is_made_does_not_ask_the_model_again() {
    desk.with(TestAgent.agent("test", Facts.NONE, List.of(new Watched()), List.of()));
    desk.modelCalls("pay");
    desk.run(() -> desk.says("Pay"));
    assertThat(durable.getFirst()).hasAtLeastOneElementOfType(ModelSaid.class);
  }

  @Test
  void a_look_up_begins_after_its_turn_is_durable() {
    Agent asking =
        TestAgent.with((_, _) -> new Outcome.Unknown("lost"), (_, _) -> seen(() -> CANNOT_TELL));
    desk.with(asking).modelCalls("lookup");
    desk.run(
        () -> {
          desk.says("Do it");
          desk.arrives(new Inbound.Stopped());
          desk.works(); // closes the turn that began the act
          desk.arrives(new Inbound.Said("Well?"));
          desk.threads().sleep(Duration.ofSeconds(20));
          desk.works();
        });
    assertThat(durable.getFirst()).last().isInstanceOf(Entry.Received.class);
  }

  @Test
  void what_a_look_up_found_is_durable_before_the_model_hears_of_it() {
    Found found = new Found.Applied(DONE);
    desk.with(TestAgent.with((_, _) -> new Outcome.Unknown("lost"), (_, _) -> found));
    desk.modelCalls("lookup").whileTheModelReplies(() -> durable.add(desk.entries()));
    desk.run(
        () -> {
          desk.says("Do it");
          desk.threads().sleep(Duration.ofSeconds(20));
          desk.works();
        });
    assertThat(durable.getLast()).last().isEqualTo(new Returned(desk.call(), 1, DONE));
  }

  @Test
  void turns_on_a_pull_channel_commit_two_three_and_four_times() {
    desk.run(
        () -> {
          assertThat(commits("Hello")).as("accept; answer").isEqualTo(2);
          desk.modelCalls(call("look", 1), call("look", 2));
          assertThat(commits("Look")).as("accept; reply; outcomes, answer").isEqualTo(3);
          desk.modelCalls("retry");
          assertThat(commits("Act")).as("accept; intent; outcome; answer").isEqualTo(4);
          desk.modelCalls(call("nothing", 1));
          assertThat(commits("Guess")).as("what needs nobody costs nothing").isEqualTo(2);
          desk.modelCalls("pay");
          assertThat(commits("Pay")).as("accept; reply; preview").isEqualTo(3);
        });
  }

  @Test
  void an_approved_act_commits_like_any_other() {
    desk.modelCalls("pay");
    desk.run(
        () -> {
          desk.says("Pay");
          var asked = (Entry.Asked) desk.entries().getLast();
          desk.reception().shown(Story.ID, asked.approval().orElseThrow());
          desk.works();
          desk.threads().sleep(Duration.ofSeconds(1));
          assertThat(commits("yes")).as("accept; approval, intent; outcome; answer").isEqualTo(4);
          assertThat(desk.entries()).hasAtLeastOneElementOfType(Approved.class);
        });
  }

  @Test
  void a_conversation_with_nothing_to_do_costs_no_commit() {
    desk.run(
        () -> {
          long before = desk.store().commits();
          assertThat(desk.works()).isFalse();
          assertThat(desk.recovers()).isFalse();
          assertThat(desk.store().commits()).isEqualTo(before);
        });
  }

  @Test
  void who_listens_hears_of_an_entry_once_it_is_durable() {
    desk.with(
        new Listener() {
          @Override
          public void committed(ConversationId conversation, List<Logged> entries) {
            List<Entry> now = desk.entries();
            assertThat(now).endsWith(entries.stream().map(Logged::entry).toArray(Entry[]::new));
            durable.add(now);
          }
        });
    desk.run(() -> desk.says("Hello"));
    assertThat(durable).isNotEmpty();
  }

  @Test
  void a_message_that_came_during_a_turn_is_read_at_once_after_it() {
    desk.run(
        () -> {
          assertThat(desk.says("Hello")).isFalse();
          desk.whileTheModelReplies(() -> desk.arrives(new Inbound.Said("And?")));
          assertThat(desk.says("Hello")).isTrue();
          desk.whileTheModelReplies(() -> {});
          assertThat(desk.works()).isFalse();
          assertThat(desk.entries(Replied.class)).hasSize(3);
        });
  }

  private long commits(String text) {
    long before = desk.store().commits();
    desk.says(text);
    return desk.store().commits() - before;
  }

  private <T> T seen(Supplier<T> result) {
    durable.add(desk.entries());
    return result.get();
  }

  private static AskedCall call(String tool, int slot) {
    return new AskedCall("", tool, "{\"slot\":\"" + slot + "\"}");
  }

  /// Notes what is durable when its preview is made.
  private final class Watched implements WriteTool {
    @Override
    public ToolSpec spec() {
      return TestAgent.PAY;
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return seen(() -> new Previewing.Preview("Pay 10.00", TestAgent.PRICE));
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return DONE;
    }
  }
}
