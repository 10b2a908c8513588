package frontdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.runtime.Step.Looking;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Tools on real threads that do their worst. A limit that is meant to pass is a few milliseconds,
/// one that must not is a minute.
@Timeout(30)
class CallsTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofMinutes(1);
  private static final Outcome DONE = new Outcome.Done(Json.EMPTY);

  private final Threads threads = new VirtualThreads();
  private final Calls calls = new Calls(threads);
  private final CountDownLatch released = new CountDownLatch(1);

  private static final OnBehalf ONE =
      new OnBehalf(Story.ID, Story.ONE, "en", ZoneOffset.UTC, Json.NULL);

  @Test
  void X02_a_look_that_hangs_costs_its_time_limit_and_not_those_beside_it() {
    Outcome[] outcomes = look(SOON, _ -> hang(), _ -> DONE);
    assertThat(outcomes).containsExactly(new Outcome.Failed("timed out", true), DONE);
    released.countDown();
  }

  @Test
  void looks_of_one_reply_run_at_the_same_time() {
    var both = new CountDownLatch(2);
    Function<ToolContext, Outcome> meets =
        _ -> {
          both.countDown();
          await(both);
          return DONE;
        };
    assertThat(look(NEVER, meets, meets)).containsExactly(DONE, DONE);
  }

  @Test
  void X01_a_look_that_throws_or_returns_null_has_failed() {
    Outcome[] outcomes = look(NEVER, CallsTest::fails, CallsTest::returnsNull);
    assertThat(outcomes).containsOnly(new Outcome.Failed("the tool failed", false)).hasSize(2);
  }

  @Test
  void X01_five_megabytes_are_cut_and_marked() {
    var large = new Outcome.Done(new Json("\"" + "😀".repeat(1_250_000) + "\""));
    Outcome.Done cut = (Outcome.Done) look(NEVER, _ -> large)[0];
    assertThat(cut.content().text())
        .hasSizeLessThan(Limits.OUTCOME_CHARACTERS)
        .contains("the result was too long", "😀 […]");
  }

  @Test
  void X01_a_page_of_html_as_the_reason_is_cut() {
    var page = "<html>" + "x".repeat(5_000_000);
    for (Outcome outcome :
        List.of(
            new Outcome.Refused(page),
            new Outcome.Failed(page, true),
            new Outcome.NotSent(page),
            new Outcome.Unknown(page),
            new Outcome.NeedsInput(List.of(page), Map.of(page, page)))) {
      assertThat(look(NEVER, _ -> outcome)[0].toString())
          .startsWith(outcome.getClass().getSimpleName())
          .hasSizeLessThan(4 * Limits.REASON_CHARACTERS);
    }
  }

  @Test
  void X01_an_act_that_throws_or_returns_null_may_have_happened() {
    assertThat(act(NEVER, CallsTest::fails)).isEqualTo(new Outcome.Unknown("the tool failed"));
    assertThat(act(NEVER, CallsTest::returnsNull)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void X02_an_act_that_hangs_is_in_doubt_and_what_it_comes_to_is_handed_in_once_it_is_known()
      throws Exception {
    var late = new CompletableFuture<Returned>();
    Tool tool = new Stand(SOON, _ -> hang());
    Outcome outcome = calls.act(ONE, tool, intent(SOON), sendBy(SOON), late::complete);
    assertThat(outcome).isEqualTo(new Outcome.Unknown("no answer in time"));
    assertThat(late).isNotDone();
    released.countDown();
    assertThat(late.get(20, TimeUnit.SECONDS)).isEqualTo(new Returned(new CallId("1"), 2, DONE));
  }

  @Test
  void an_act_that_comes_back_in_time_is_not_handed_in_again() {
    var late = new AtomicReference<Returned>();
    Tool tool = new Stand(NEVER, _ -> DONE);
    assertThat(calls.act(ONE, tool, intent(NEVER), sendBy(NEVER), late::set)).isEqualTo(DONE);
    assertThat(late).hasNullValue();
  }

  @Test
  void an_act_is_told_until_when_it_may_send_and_that_it_has_landed_a_time_limit_later() {
    var seen = new AtomicReference<ToolContext>();
    Tool tool =
        new Stand(
            NEVER,
            context -> {
              seen.set(context);
              return DONE;
            });
    Deadline sendBy = sendBy(Duration.ZERO);
    calls.act(ONE, tool, intent(NEVER), sendBy, _ -> {});
    assertThat(seen.get().maySend()).isFalse();
    assertThat(seen.get().deadline().nanos() - sendBy.nanos()).isEqualTo(NEVER.toNanos());
    assertThat(seen.get().key()).isEqualTo(intent(NEVER).key());
  }

  @Test
  void a_look_up_that_fails_or_hangs_cannot_tell() {
    var cannot = new Outcome.Unknown("the provider could not be asked");
    assertThat(
            find(
                NEVER,
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .isEqualTo(cannot);
    assertThat(
            find(
                SOON,
                () -> {
                  hang();
                  return new LooksUp.Found.NotApplied();
                }))
        .isEqualTo(cannot);
    released.countDown();
  }

  @Test
  void what_a_look_up_finds_is_the_outcome_of_the_attempt_it_asked_about() {
    assertThat(find(NEVER, () -> new LooksUp.Found.Applied(DONE))).isEqualTo(DONE);
    assertThat(find(NEVER, LooksUp.Found.NotApplied::new)).isInstanceOf(Outcome.NotSent.class);
    assertThat(find(NEVER, () -> new LooksUp.Found.CannotTell("down")))
        .isEqualTo(new Outcome.Unknown("down"));
  }

  @SafeVarargs
  private Outcome[] look(Duration limit, Function<ToolContext, Outcome>... behaviours) {
    var looks = new ArrayList<Looking>();
    for (var behaviour : behaviours) {
      var call = new Call(new CallId("" + looks.size()), "stand", "{}");
      looks.add(new Looking(new Stand(limit, behaviour), call, Json.EMPTY));
    }
    return calls.look(ONE, looks).stream().map(Returned::outcome).toArray(Outcome[]::new);
  }

  private Outcome act(Duration limit, Function<ToolContext, Outcome> behaviour) {
    return calls.act(ONE, new Stand(limit, behaviour), intent(limit), sendBy(limit), _ -> {});
  }

  private Outcome find(Duration limit, Supplier<LooksUp.Found> found) {
    Returned returned = calls.find(ONE, new Asked(limit, found), intent(limit));
    assertThat(returned.attempt()).isEqualTo(2);
    return returned.outcome();
  }

  private static Intended intent(Duration limit) {
    var call = Story.call("1", "stand", "{}");
    var intended = (Intended) Story.begins().intends(call, 2).log().entries().getFirst().entry();
    return new Intended(
        intended.call(),
        intended.tool(),
        intended.arguments(),
        intended.bound(),
        intended.key(),
        intended.principal(),
        2,
        0,
        limit,
        limit);
  }

  private Deadline sendBy(Duration time) {
    return Deadline.in(time, threads);
  }

  private Outcome hang() {
    await(released);
    return DONE;
  }

  private static Outcome fails(ToolContext context) {
    throw new IllegalStateException("broken at " + context.deadline());
  }

  @SuppressWarnings("NullAway") // what tools must not do
  private static Outcome returnsNull(ToolContext context) {
    return null;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Stand(Duration limit, Function<ToolContext, Outcome> behaviour) implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.look("stand", "Stands in.", Json.EMPTY, limit);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return behaviour.apply(context);
    }
  }

  private record Asked(Duration limit, Supplier<Found> found) implements LooksUp {
    @Override
    public ToolSpec spec() {
      return ToolSpec.act("stand", "Acts.", Json.EMPTY, Recovery.LOOK_UP_FIRST, limit);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      throw new AssertionError("A look-up does not act");
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      return found.get();
    }
  }

  private static final class VirtualThreads implements Threads {
    @Override
    public void start(String name, Runnable body) {
      Thread.ofVirtual().name(name).start(body);
    }

    @Override
    public void sleep(Duration time) {
      throw new AssertionError("Nothing sleeps here");
    }

    @Override
    public Signal signal() {
      var raised = new Semaphore(0);
      return new Signal() {
        @Override
        public void raise() {
          raised.release();
        }

        @Override
        public boolean await(Deadline deadline) {
          try {
            return raised.tryAcquire(
                deadline.left(VirtualThreads.this).toNanos(), TimeUnit.NANOSECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      };
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }
  }
}
