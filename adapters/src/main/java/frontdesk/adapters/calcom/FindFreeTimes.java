package frontdesk.adapters.calcom;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells when a meeting can start: on a day, or on the next days that have anything free.
final class FindFreeTimes implements Tool {
  private static final int DAYS_TOLD = 3;
  private static final int DAYS_AHEAD = 31;

  private final ToolSpec spec = Specs.look("find_free_times");
  private final Calendar calendar;

  FindFreeTimes(Calendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return Looking.outcome(() -> found(context, arguments));
  }

  private Outcome found(ToolContext context, Json arguments) {
    Words words = Words.of(context.locale());
    var given = new Given(arguments, words);
    var written = new Written(words.thai(), given.zone(context.zone()));
    var until = Until.of(context);
    LocalDate today = written.day(calendar.clock().instant());
    Optional<LocalDate> date = given.date();
    if (date.filter(day -> day.isBefore(today)).isPresent()) {
      String why = words.past(written.date(date.get()));
      return new Outcome.NeedsInput(List.of(), Map.of(Given.DATE, why));
    }
    EventTypes.Kind kind = calendar.types().offered(given.minutes(), words, until);
    var need = new Slots.Need(kind.type(), kind.minutes(), "");
    LocalDate first = date.orElse(today);
    LocalDate last = first.plusDays(DAYS_AHEAD);
    var starts = calendar.slots().free(need, first, last, written.zone(), until);
    return told(new Told(words, written, kind.minutes(), first, date.isPresent()), starts);
  }

  /// How it is told.
  ///
  /// @param oneDay whether the first day alone was asked for
  private record Told(Words words, Written written, int minutes, LocalDate first, boolean oneDay) {}

  private static Outcome told(Told how, NavigableSet<Instant> starts) {
    SequencedMap<LocalDate, List<Instant>> byDay = byDay(how, starts);
    var lines = new ArrayList<String>();
    boolean hasFirst = byDay.containsKey(how.first());
    String day = how.written().date(how.first());
    if (byDay.isEmpty()) lines.add(how.words().nothingFree(day));
    else if (how.oneDay() && !hasFirst) lines.add(how.words().nothingOn(day));
    Duration step = Runs.step(starts, how.minutes());
    if (!byDay.isEmpty()) {
      String zone = how.written().zone(starts.first());
      int every = Math.toIntExact(step.toMinutes());
      lines.add(how.words().freeTimes(how.minutes(), every, zone));
    }
    ObjectNode content = Jsons.object();
    ArrayNode days = content.putArray("days");
    byDay.forEach(
        (date, free) -> {
          lines.add(how.written().date(date) + ": " + Runs.text(how.written(), free, step));
          days.add(json(how.written(), date, free));
        });
    content.put(Given.ZONE, how.written().iana()).put(Given.DURATION, how.minutes());
    return new Outcome.Done(Jsons.json(content.put("text", String.join("\n", lines))));
  }

  /// The day that was asked for, if anything is free on it, else the next ones.
  private static SequencedMap<LocalDate, List<Instant>> byDay(
      Told how, NavigableSet<Instant> starts) {
    var byDay = new TreeMap<LocalDate, List<Instant>>();
    for (Instant start : starts) {
      byDay.computeIfAbsent(how.written().day(start), _ -> new ArrayList<>()).add(start);
    }
    boolean that = how.oneDay() && byDay.containsKey(how.first());
    while (byDay.size() > (that ? 1 : DAYS_TOLD)) byDay.pollLastEntry();
    return byDay;
  }

  private static ObjectNode json(Written written, LocalDate date, List<Instant> free) {
    ObjectNode day =
        Jsons.object().put(Given.DATE, date.toString()).put("weekday", written.weekday(date));
    ArrayNode times = day.putArray("times");
    free.stream().map(written::clock).distinct().forEach(times::add);
    return day;
  }
}
