package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.engine.Deadline;
import frontdesk.runtime.Step.Show;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import frontdesk.tool.WriteTool.Previewing;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What tools are told, and how long a preview may take.
class ToolContextsTest {
  private static final Call PAY = call("1.0", "pay", "{\"slot\":\"9\"}");
  private static final Intended INTENDED =
      new Intended(
          PAY.id(),
          "pay",
          new Json(PAY.arguments()),
          TestAgent.PRICE,
          IdempotencyKey.of(Story.ID, PAY.id()),
          Story.ONE,
          1,
          0,
          Story.ALLOWANCE,
          Story.LIMIT);

  private static final OnBehalf SOMEBODY =
      new OnBehalf(
          Story.ID, new Principal.Visitor("somebody"), "th", ZoneId.of("Asia/Bangkok"), Json.NULL);

  private final TestDesk desk = new TestDesk();
  private final Calls calls = new Calls(desk.threads());
  private final List<ToolContext> contexts = new ArrayList<>();

  @Test
  void an_act_is_told_for_whom_it_is_and_what_was_approved() {
    var tool = new Paying(() -> new Previewing.Preview("Pay", Json.EMPTY));
    desk.run(
        () -> {
          Deadline sendBy = Deadline.in(Story.ALLOWANCE, desk.threads());
          calls.act(SOMEBODY, tool, INTENDED, sendBy, _ -> {});
          calls.find(SOMEBODY, tool, INTENDED);
        });
    assertThat(contexts)
        .hasSize(2)
        .allSatisfy(
            context -> {
              assertThat(context.principal()).isEqualTo(Story.ONE);
              assertThat(context.locale()).isEqualTo("th");
              assertThat(context.zone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
              assertThat(context.bound()).isEqualTo(TestAgent.PRICE);
              assertThat(context.key()).isEqualTo(INTENDED.key());
            });
  }

  @Test
  void X01_a_preview_that_throws_cannot_be_approved() {
    assertThat(
            preview(
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .isEqualTo(failed());
  }

  @Test
  void X02_a_preview_that_hangs_costs_its_time_limit() {
    var took = new ArrayList<Duration>();
    desk.run(
        () -> {
          long begin = desk.threads().nanos();
          Previewing made = calls.preview(SOMEBODY, show(this::hangs));
          took.add(Duration.ofNanos(desk.threads().nanos() - begin));
          assertThat(made).isEqualTo(failed());
        });
    assertThat(took.getFirst()).isBetween(Story.LIMIT, Story.LIMIT.plusSeconds(1));
  }

  @Test
  void that_a_question_is_shown_is_accepted_once_and_names_it() {
    desk.run(
        () -> {
          desk.reception().shown(Story.ID, PAY.id());
          desk.reception().shown(Story.ID, PAY.id());
          assertThat(desk.open()).containsExactly(new Shown(PAY.id()));
        });
  }

  private Previewing preview(Supplier<Previewing> previewing) {
    var made = new ArrayList<Previewing>();
    desk.run(() -> made.add(calls.preview(SOMEBODY, show(previewing))));
    return made.getFirst();
  }

  private Show show(Supplier<Previewing> previewing) {
    return new Show(
        new Paying(previewing), PAY, new Json(PAY.arguments()), Story.ONE, INTENDED.epoch());
  }

  private Previewing hangs() {
    desk.threads().sleep(Duration.ofHours(1));
    return new Previewing.Preview("Pay", Json.EMPTY);
  }

  private static Previewing failed() {
    return new Previewing.Not(new Outcome.Failed("no preview could be made", true));
  }

  /// Notes what it is told.
  private final class Paying implements WriteTool, LooksUp {
    private final Supplier<Previewing> previewing;

    Paying(Supplier<Previewing> previewing) {
      this.previewing = previewing;
    }

    @Override
    public ToolSpec spec() {
      return TestAgent.PAY;
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return previewing.get();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      contexts.add(context);
      return new Outcome.Done(Json.EMPTY);
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      contexts.add(context);
      return new Found.NotApplied();
    }
  }
}
