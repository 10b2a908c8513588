package frontdesk.adapters.calcom;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Choosing a start: whether it can be had, and what else could be.
final class Choice {
  private static final int OFFERS = 3;
  private static final int DAYS_NEAR = 7;
  private static final int DAYS_FAR = 31;

  private final Calendar calendar;
  private final Slots.Need need;
  private final Words words;
  private final Written written;
  private final Until until;

  Choice(Calendar calendar, Slots.Need need, Words words, Written written, Until until) {
    this.calendar = calendar;
    this.need = need;
    this.words = words;
    this.written = written;
    this.until = until;
  }

  /// The moment that a date and a time mean, if it is free. Where clocks are put back one time is
  /// two moments: the first that is free.
  ///
  /// @throws Declined it is not free, with what is near
  Instant start(LocalDate date, LocalTime time) {
    List<Instant> meant = moments(date.atTime(time));
    if (meant.isEmpty()) throw noSuchTime(date, time);
    if (need.type().isNew()) return later(meant.getFirst());
    NavigableSet<Instant> free = around(date, DAYS_NEAR);
    return meant.stream()
        .filter(free::contains)
        .findFirst()
        .orElseThrow(() -> declined(meant.getLast(), free));
  }

  /// Whether a moment is free.
  boolean isFree(Instant start) {
    return around(written.day(start), 0).contains(start);
  }

  /// A moment is not free, or the provider says so.
  Declined notFree(Instant start) {
    var free = new TreeSet<>(around(written.day(start), DAYS_NEAR));
    free.remove(start);
    return declined(start, free);
  }

  private Instant later(Instant start) {
    if (start.isAfter(calendar.clock().instant())) return start;
    throw needs(Given.TIME, words.past(written.moment(start)), List.of());
  }

  private List<Instant> moments(LocalDateTime local) {
    var moments = new ArrayList<Instant>();
    for (ZoneOffset offset : written.zone().getRules().getValidOffsets(local)) {
      moments.add(local.toInstant(offset));
    }
    return moments;
  }

  private Declined noSuchTime(LocalDate date, LocalTime time) {
    Instant after = date.atTime(time).atZone(written.zone()).toInstant();
    String why = words.noSuchTime(written.date(date), time.toString(), written.zone().getId());
    return needs(Given.TIME, why, nearest(after, around(date, DAYS_NEAR)));
  }

  private Declined declined(Instant start, NavigableSet<Instant> free) {
    Instant now = calendar.clock().instant();
    String when = written.moment(start);
    String why;
    if (!start.isAfter(now)) why = words.past(when);
    else if (start.isBefore(now.plus(need.type().notice())))
      why = words.tooSoon(when, need.type().notice());
    else why = words.notFree(when);
    boolean wrongDay = written.day(start).isBefore(written.day(now));
    return needs(wrongDay ? Given.DATE : Given.TIME, why, nearest(start, free));
  }

  private static Declined needs(String name, String why, List<Json> offers) {
    return new Declined(new Outcome.NeedsInput(List.of(), Map.of(name, why), offers));
  }

  /// The nearest in time, the nearest first.
  private List<Json> nearest(Instant start, NavigableSet<Instant> near) {
    NavigableSet<Instant> free = near.size() < OFFERS ? around(written.day(start), DAYS_FAR) : near;
    // Beyond what the provider lets be booked there is nothing near.
    if (free.isEmpty()) free = around(written.day(calendar.clock().instant()), DAYS_FAR);
    return free.stream()
        .filter(one -> !one.equals(start))
        .sorted(Comparator.comparing(one -> Duration.between(start, one).abs()))
        .map(this::offer)
        .distinct()
        .limit(OFFERS)
        .toList();
  }

  private Json offer(Instant start) {
    return Jsons.json(
        Jsons.object()
            .put(Given.DATE, written.day(start).toString())
            .put(Given.TIME, written.clock(start)));
  }

  private NavigableSet<Instant> around(LocalDate date, int days) {
    ZoneId zone = written.zone();
    LocalDate today = written.day(calendar.clock().instant());
    LocalDate day = date.isBefore(today) ? today : date;
    LocalDate first = days == 0 || !day.isAfter(today) ? day : day.minusDays(1);
    return calendar.slots().free(need, first, day.plusDays(days), zone, until);
  }
}
