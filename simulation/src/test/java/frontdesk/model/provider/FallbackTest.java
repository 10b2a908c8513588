package frontdesk.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.conversation.Made;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FallbackTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Wishes GUIDED =
      new Wishes(Optional.of("own"), Optional.empty(), Optional.empty(), 100, true);

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("server");
  private final Threads threads = node.threads();
  private final Provider first = new Provider(threads);
  private final Provider second = new Provider(threads);
  private final ChatModel guided =
      (_, _) -> ModelReply.text("Which order?").with(Made.by("guided"));

  @Test
  void M01_a_quota_that_is_used_up_goes_to_the_fallback_at_once() {
    first.fails(1, Kind.QUOTA);
    ModelReply reply = reply(with(Optional.of(second)), GUIDED);
    assertThat(reply.text()).isEqualTo("Hello");
    assertThat(reply.made().standsIn()).isFalse();
    assertThat(second.asked()).isEqualTo(1);
  }

  @Test
  void form_mode_stands_in_where_the_agent_allows_it_and_says_so() {
    first.fails(1, Kind.OVERLOADED);
    second.fails(1, Kind.OVERLOADED);
    ModelReply reply = reply(with(Optional.of(second)), GUIDED);
    assertThat(reply.text()).isEqualTo("Which order?");
    assertThat(reply.made().standsIn()).isTrue();
  }

  @Test
  void without_leave_nothing_stands_in() {
    first.fails(1, Kind.OVERLOADED);
    simulation.run(
        node,
        () -> {
          ModelRequest request = first.request(MINUTE, false, Wishes.NONE);
          var failed =
              catchThrowableOfType(
                  ModelException.class, () -> with(Optional.empty()).reply(request, _ -> {}));
          assertThat(failed.kind()).isEqualTo(Kind.OVERLOADED);
        });
  }

  @Test
  void M14_what_is_too_long_is_nobody_elses_to_answer() {
    first.fails(1, Kind.CONTEXT_TOO_LONG);
    simulation.run(
        node,
        () -> {
          ModelRequest request = first.request(MINUTE, false, GUIDED);
          assertThatThrownBy(() -> with(Optional.of(second)).reply(request, _ -> {}))
              .isInstanceOf(ModelException.class);
        });
    assertThat(second.asked()).isZero();
  }

  @Test
  void M14_what_only_the_fallback_finds_too_long_is_shortened_as_well() {
    first.fails(1, Kind.QUOTA);
    second.fails(1, Kind.CONTEXT_TOO_LONG);
    assertThat(failure(with(Optional.of(second)), false)).isEqualTo(Kind.CONTEXT_TOO_LONG);
  }

  @Test
  void M04_what_somebody_began_to_read_is_not_begun_anew_by_another() {
    first.does(Provider::breaksOff);
    assertThat(failure(with(Optional.of(second)), true)).isEqualTo(Kind.BROKEN);
    assertThat(second.asked()).isZero();
  }

  @Test
  void M04_what_broke_off_and_nobody_saw_is_the_fallbacks_to_answer() {
    first.does(Provider::breaksOff);
    assertThat(reply(with(Optional.of(second)), GUIDED).text()).isEqualTo("Hello");
  }

  @Test
  void M04_nor_by_form_mode() {
    first.fails(1, Kind.QUOTA);
    second.does(Provider::breaksOff);
    assertThat(failure(with(Optional.of(second)), true)).isEqualTo(Kind.BROKEN);
  }

  @Test
  void the_first_model_leaves_half_of_the_time_to_the_fallback() {
    ChatModel slow =
        (request, _) -> {
          threads.sleep(request.deadline().left(threads));
          throw new ModelException(Kind.TIMEOUT, "slow", Optional.empty());
        };
    var fallback = new Fallback(slow, Optional.of(second), guided, threads);
    simulation.run(
        node,
        () -> {
          ModelRequest request = second.request(MINUTE, false, Wishes.NONE);
          assertThat(fallback.reply(request, _ -> {}).text()).isEqualTo("Hello");
          assertThat(request.deadline().left(threads)).isGreaterThan(Duration.ofSeconds(29));
        });
  }

  @Test
  void the_fallback_is_asked_for_its_own_model() {
    first.fails(1, Kind.QUOTA);
    ChatModel names = (request, _) -> ModelReply.text(request.wishes().model().orElse("its own"));
    ModelReply reply = reply(new Fallback(first, Optional.of(names), guided, threads), GUIDED);
    assertThat(reply.text()).isEqualTo("its own");
  }

  private Fallback with(Optional<ChatModel> other) {
    return new Fallback(first, other, guided, threads);
  }

  /// Of a request for which form mode may answer.
  private Kind failure(Fallback fallback, boolean watched) {
    var kinds = new Kind[1];
    simulation.run(
        node,
        () -> {
          ModelRequest request = first.request(MINUTE, watched, GUIDED);
          kinds[0] =
              catchThrowableOfType(ModelException.class, () -> fallback.reply(request, _ -> {}))
                  .kind();
        });
    return kinds[0];
  }

  private ModelReply reply(Fallback fallback, Wishes wishes) {
    var replies = new ModelReply[1];
    simulation.run(
        node, () -> replies[0] = fallback.reply(first.request(MINUTE, false, wishes), _ -> {}));
    return replies[0];
  }
}
