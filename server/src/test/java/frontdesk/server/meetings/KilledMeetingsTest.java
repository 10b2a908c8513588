package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk that dies with SIGKILL while meetings are booked, moved and cancelled. Guests repeat what
/// was not answered, with the same `Idempotency-Key`.
class KilledMeetingsTest {
  private static final boolean SOAK = Boolean.getBoolean("frontdesk.soak");

  /// More than there are: some guests come to the end without being stopped.
  private static final int STEPS_MAX = 50;

  private static final int SOAK_GUESTS = 90;
  private static final int SOAK_SEEDS = 10;

  /// Where a turn that acts is killed for certain, whatever else it comes by.
  private static final List<String> ACTING =
      List.of(
          "accept Said",
          "model",
          "append Previewed+Asked",
          "accept Shown",
          "append Received+Approved+Intended",
          "append Returned",
          "append ModelSaid+Replied");

  /// The same of a desk that takes it up.
  private static final List<String> TAKING_UP =
      List.of("append Interrupted", "append Returned", "model", "append ModelSaid+Replied");

  @TempDir Path directory;

  @Test
  void D01_X03_a_desk_killed_at_any_step_of_a_booking_books_once_and_says_so_once()
      throws InterruptedException {
    killedAtEachStep(List.of(Act.BOOK), "GET /v2/slots", Provider.LOOK_UP);
  }

  @Test
  void D01_X03_a_desk_killed_at_any_step_of_a_move_moves_once_and_says_so_once()
      throws InterruptedException {
    killedAtEachStep(List.of(Act.BOOK, Act.MOVE), "GET /v2/slots", "GET /v2/bookings/*");
  }

  @Test
  void D01_X03_a_desk_killed_at_any_step_of_a_cancelling_cancels_once_and_says_so_once()
      throws InterruptedException {
    killedAtEachStep(List.of(Act.BOOK, Act.CANCEL), "GET /v2/bookings/*", "GET /v2/bookings/*");
  }

  /// @param look a request before the act's own
  /// @param lookUp one of those that find out what became of it
  private void killedAtEachStep(List<Act> acts, String look, String lookUp)
      throws InterruptedException {
    List<String> acting = aroundEach(ACTING, look, acts.getLast().request());
    List<String> takingUp = aroundEach(TAKING_UP, lookUp);
    try (var provider = Provider.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var killing = new Killing(acts, directory, provider, threads);
      killing.at(acting);
      killing.behindTheRequestAndAt(takingUp);
      killing.atEachStep(STEPS_MAX);
      killing.run();
      System.out.println(killing.line());
      assertThat(killing.steps()).containsAll(acting).containsAll(takingUp);
    }
    for (int seed = 0; SOAK && seed < SOAK_SEEDS; seed++) killedAnywhere(acts, seed);
  }

  private static List<String> aroundEach(List<String> steps, String... more) {
    return Stream.concat(steps.stream(), Stream.of(more))
        .flatMap(step -> Stream.of("before " + step, "after " + step))
        .toList();
  }

  private void killedAnywhere(List<Act> acts, int seed) throws InterruptedException {
    try (var provider = Provider.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var directoryOfSeed = directory.resolve("seed-" + seed);
      assertThat(directoryOfSeed.toFile().mkdir()).isTrue();
      var killing = new Killing(acts, directoryOfSeed, provider, threads);
      killing.anywhere(SOAK_GUESTS, STEPS_MAX, new Random(seed));
      killing.run();
      System.out.println("seed " + seed + ", " + killing.line());
    }
  }
}
