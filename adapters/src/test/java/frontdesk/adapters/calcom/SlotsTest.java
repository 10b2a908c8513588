package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

  private final Desk desk = new Desk();
  private final Slots slots = new Slots(desk.client());

  @Test
  void a_hold_takes_a_time_until_it_is_released() {
    String uid = slots.hold(halfAnHour(), START, 10, desk.soon());
    assertThat(free()).doesNotContain(START).hasSize(17);
    slots.release(uid, desk.soon());
    assertThat(free()).contains(START);
    assertThatThrownBy(() -> slots.release(uid, desk.soon()))
        .isInstanceOfSatisfying(
            CalComException.class,
            e -> assertThat(e.kind()).isEqualTo(CalComException.Kind.NO_SUCH));
  }

  @Test
  void a_hold_is_over_by_itself() {
    slots.hold(halfAnHour(), START, 10, desk.soon());
    desk.now = desk.now.plusSeconds(600);
    assertThat(free()).contains(START);
  }

  @Test
  void what_is_held_is_not_held_twice() {
    slots.hold(halfAnHour(), START, 10, desk.soon());
    assertThatThrownBy(() -> slots.hold(halfAnHour(), START, 10, desk.soon()))
        .isInstanceOfSatisfying(
            CalComException.class, e -> assertThat(e.kind()).isEqualTo(CalComException.Kind.TAKEN));
  }

  private NavigableSet<Instant> free() {
    LocalDate day = LocalDate.parse("2026-11-24");
    return slots.free(halfAnHour(), day, day, ZoneOffset.UTC, desk.soon());
  }

  private Slots.Need halfAnHour() {
    var types = new EventTypes(desk.client(), () -> desk.now, false);
    return new Slots.Need(types.byId(2, desk.soon()).orElseThrow(), 30, "");
  }
}
