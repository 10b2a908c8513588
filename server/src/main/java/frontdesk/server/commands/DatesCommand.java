package frontdesk.server.commands;

import frontdesk.dates.Context;
import frontdesk.dates.Dates;
import frontdesk.dates.Reading;
import frontdesk.dates.When;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.server.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Shows how dates, times and durations in customers' phrases are read: one phrase a line in, one
/// JSON object a line out.
@Command(
    name = "dates",
    description = "Shows how phrases about dates and times are read: one a line on stdin.",
    mixinStandardHelpOptions = true)
public final class DatesCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--zone",
      required = true,
      description = "The customer's time zone, such as Asia/Bangkok.")
  private String zone = "";

  @Option(
      names = "--now",
      required = true,
      description = "When the phrases are said, such as 2026-11-23T09:00:00Z.")
  private String now = "";

  @Option(
      names = "--locale",
      description = "The customer's language: en or th (default: ${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String locale = "";

  public DatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Context context = context();
    var lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      console.out().println(shown(Dates.read(line, context), context.locale()));
    }
    return 0;
  }

  private Context context() {
    var problems = new ArrayList<String>();
    ZoneId in = ZoneId.of("UTC");
    Instant at = Instant.EPOCH;
    try {
      in = ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add("--zone: must be an IANA zone such as Asia/Bangkok");
    }
    try {
      at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(now, Instant::from);
    } catch (DateTimeException e) {
      problems.add("--now: must be a time with its offset such as 2026-11-23T09:00:00Z");
    }
    if (!problems.isEmpty()) throw new InvalidSettings(problems);
    return Context.in(in, at, Locale.forLanguageTag(locale.replace('_', '-')));
  }

  private static ObjectNode shown(Reading reading, Locale locale) {
    return switch (reading) {
      case Reading.Resolved(When when, _, _) -> line("resolved", List.of(when), "");
      case Reading.Asked(var reason, List<When> candidates, _) ->
          line("ask", candidates, reason.question(locale));
      case Reading.None _ -> line("none", List.of(), "");
    };
  }

  private static ObjectNode line(String kind, List<When> values, String reason) {
    ObjectNode line = Jsons.object().put("kind", kind);
    var iso = line.putArray("values");
    values.forEach(value -> value.iso().forEach(iso::add));
    return line.put("reason", reason);
  }
}
