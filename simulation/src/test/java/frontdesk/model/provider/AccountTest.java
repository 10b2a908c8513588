package frontdesk.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration TOLERANCE = Duration.ofMillis(10);

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("server");
  private final Provider provider = new Provider(node.threads());
  private final List<String> failures = new ArrayList<>();
  private final Account account = account(true, 1_000_000);

  @Test
  void M02_what_may_pass_is_asked_again_with_pauses_that_grow() {
    provider.fails(3, Kind.OVERLOADED);
    Duration taken = timed(() -> assertThat(said(MINUTE)).isEqualTo("Hello"));
    assertThat(provider.asked()).isEqualTo(4);
    // 250, 500 and 1,000 ms, each by half at least; and 100 ms for each request.
    assertThat(taken).isBetween(Duration.ofMillis(400 + 875), Duration.ofMillis(400 + 1_760));
  }

  @Test
  void M01_the_provider_says_how_long_to_wait() {
    provider.fails(Kind.RATE_LIMITED, Optional.of(Duration.ofSeconds(7)));
    Duration taken = timed(() -> said(MINUTE));
    assertThat(taken).isBetween(Duration.ofMillis(7_200), Duration.ofMillis(200 + 8_750));
  }

  @Test
  void M02_those_who_were_told_to_come_back_at_one_time_do_not_come_back_together() {
    for (int i = 0; i < 8; i++) {
      provider.fails(Kind.RATE_LIMITED, Optional.of(Duration.ofSeconds(4)));
    }
    AtOnce.run(simulation, node, 8, () -> said(MINUTE));
    List<Long> again = provider.askedAt().subList(8, 16);
    assertThat(again.getLast() - again.getFirst()).isGreaterThan(Duration.ofMillis(200).toNanos());
  }

  @Test
  void M01_what_would_take_longer_than_the_turn_is_not_waited_for() {
    provider.fails(Kind.RATE_LIMITED, Optional.of(Duration.ofSeconds(70)));
    Duration taken = timed(() -> fails(Kind.RATE_LIMITED));
    assertThat(taken).isCloseTo(Duration.ofMillis(100), TOLERANCE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"QUOTA", "UNAUTHORISED", "NO_SUCH_MODEL", "CONTEXT_TOO_LONG", "INVALID_REQUEST"})
  void M01_M17_what_will_not_pass_is_not_asked_again(Kind kind) {
    provider.fails(1, kind);
    simulation.run(node, () -> fails(kind));
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void M02_a_provider_that_never_answers_is_asked_so_often_and_no_more() {
    provider.fails(100, Kind.OVERLOADED);
    simulation.run(node, () -> fails(Kind.OVERLOADED));
    assertThat(provider.asked()).isEqualTo(Account.ATTEMPTS_MAX);
  }

  @Test
  void M04_what_broke_off_is_begun_anew_where_nobody_saw_any_of_it() {
    provider.does(Provider::breaksOff);
    simulation.run(node, () -> assertThat(said(MINUTE)).isEqualTo("Hello"));
  }

  @Test
  void M04_what_broke_off_before_somebodys_eyes_is_not_begun_anew() {
    provider.does(Provider::breaksOff);
    simulation.run(node, () -> fails(Kind.BROKEN, true));
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void M17_a_wrong_key_is_an_alarm_and_not_a_storm() {
    provider.fails(100, Kind.UNAUTHORISED);
    simulation.run(
        node,
        () -> {
          for (int i = 0; i < 50; i++) fails(Kind.UNAUTHORISED);
          assertThat(account.problem().orElse("")).contains("UNAUTHORISED");
        });
    assertThat(provider.asked()).isEqualTo(1);
    assertThat(failures).containsExactly("UNAUTHORISED opens");
  }

  @Test
  void M17_after_a_while_one_request_finds_out_whether_it_was_mended() {
    provider.fails(1, Kind.QUOTA);
    simulation.run(
        node,
        () -> {
          fails(Kind.QUOTA);
          node.threads().sleep(Duration.ofSeconds(61));
          assertThat(said(MINUTE)).isEqualTo("Hello");
          assertThat(account.problem()).isEmpty();
        });
    assertThat(provider.asked()).isEqualTo(2);
  }

  @Test
  void M02_a_provider_that_is_down_is_left_in_peace_and_waited_for() {
    provider.fails(Circuit.FAILURES_MAX, Kind.OVERLOADED);
    simulation.run(
        node,
        () -> {
          fails(Kind.OVERLOADED); // its attempts, and those of the next, open the circuit
          assertThat(said(MINUTE)).isEqualTo("Hello");
        });
    assertThat(provider.asked()).isEqualTo(Circuit.FAILURES_MAX + 1);
    assertThat(failures).endsWith("OVERLOADED opens").hasSize(Circuit.FAILURES_MAX);
  }

  @Test
  void M17_those_who_queued_while_the_key_was_revoked_are_not_sent() {
    Account narrow = account(true, 1);
    provider.fails(100, Kind.UNAUTHORISED);
    AtOnce.run(simulation, node, 50, () -> fails(narrow, Kind.UNAUTHORISED, false));
    assertThat(provider.asked()).isEqualTo(1);
    assertThat(failures).containsExactly("UNAUTHORISED opens");
  }

  @Test
  void M17_many_who_fail_together_shut_the_circuit_for_no_longer_than_one() {
    provider.fails(50, Kind.QUOTA);
    AtOnce.run(
        simulation,
        node,
        50,
        () -> {
          fails(Kind.QUOTA);
          node.threads().sleep(Duration.ofSeconds(61));
          if (provider.asked() == 50) assertThat(said(MINUTE)).isEqualTo("Hello");
        });
    assertThat(provider.asked()).isEqualTo(51);
    assertThat(failures).filteredOn("QUOTA opens"::equals).hasSize(1);
  }

  @Test
  void M03_who_has_no_time_left_asks_nobody_and_blames_nobody() {
    simulation.run(
        node,
        () -> assertThatThrownBy(() -> said(Duration.ZERO)).hasMessage("no time left to ask"));
    assertThat(provider.asked()).isZero();
    assertThat(failures).isEmpty();
  }

  @Test
  void form_mode_does_not_wait_for_a_provider_that_is_down() {
    var guided = new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), 100, true);
    provider.fails(100, Kind.OVERLOADED);
    simulation.run(
        node,
        () -> {
          for (int i = 0; i < 2; i++) fails(Kind.OVERLOADED);
          long before = node.threads().nanos();
          ModelRequest request = provider.request(MINUTE, false, guided);
          assertThatThrownBy(() -> account.reply(request, _ -> {}))
              .isInstanceOf(ModelException.class);
          assertThat(Duration.ofNanos(node.threads().nanos() - before)).isLessThan(TOLERANCE);
        });
  }

  @Test
  void where_another_model_can_answer_an_open_circuit_is_not_waited_for() {
    Account hasty = account(false, 1_000_000);
    provider.fails(100, Kind.OVERLOADED);
    simulation.run(
        node,
        () -> {
          for (int i = 0; i < 2; i++) fails(hasty, Kind.OVERLOADED, false);
          long before = node.threads().nanos();
          fails(hasty, Kind.OVERLOADED, false);
          assertThat(Duration.ofNanos(node.threads().nanos() - before)).isLessThan(TOLERANCE);
        });
  }

  @Test
  void a_model_that_is_gone_says_nothing_about_another_of_the_account() {
    provider.fails(1, Kind.NO_SUCH_MODEL);
    var wishes =
        new Wishes(Optional.of("gpt-gone"), Optional.empty(), Optional.empty(), 100, false);
    simulation.run(
        node,
        () -> {
          ModelRequest gone = provider.request(MINUTE, false, wishes);
          assertThatThrownBy(() -> account.reply(gone, _ -> {})).isInstanceOf(ModelException.class);
          assertThat(said(MINUTE)).isEqualTo("Hello");
        });
  }

  @Test
  void a_bug_of_the_client_does_not_shut_the_circuit_for_ever() {
    provider.fails(Circuit.FAILURES_MAX, Kind.OVERLOADED);
    provider.does(
        _ -> {
          throw new IllegalStateException("a bug");
        });
    simulation.run(
        node,
        () -> {
          fails(Kind.OVERLOADED);
          assertThatThrownBy(() -> said(MINUTE)).isInstanceOf(IllegalStateException.class);
          assertThat(failures).endsWith("BROKEN");
          node.threads().sleep(MINUTE);
          assertThat(said(MINUTE)).isEqualTo("Hello");
        });
  }

  private Account account(boolean patient, long tokens) {
    return new Account(
        provider,
        patient,
        new Reservations(tokens, node.threads()),
        node.threads(),
        new SplittableRandom(1),
        (e, opens) -> failures.add(e.kind() + (opens ? " opens" : "")));
  }

  private Duration timed(Runnable body) {
    long[] taken = new long[1];
    simulation.run(
        node,
        () -> {
          long begun = node.threads().nanos();
          body.run();
          taken[0] = node.threads().nanos() - begun;
        });
    return Duration.ofNanos(taken[0]);
  }

  private String said(Duration time) {
    return account.reply(provider.request(time, false, Wishes.NONE), _ -> {}).text();
  }

  private void fails(Kind kind) {
    fails(kind, false);
  }

  private void fails(Kind kind, boolean watched) {
    fails(account, kind, watched);
  }

  private void fails(Account asked, Kind kind, boolean watched) {
    ModelRequest request = provider.request(MINUTE, watched, Wishes.NONE);
    var failed = catchThrowableOfType(ModelException.class, () -> asked.reply(request, _ -> {}));
    assertThat(failed.kind()).isEqualTo(kind);
  }
}
