package frontdesk.server;

import frontdesk.json.InvalidSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The environment variables, read once at the entry point. Blank counts as unset.
public record Environment(Map<String, String> variables) {
  private static final Pattern RATE = Pattern.compile("\\d{1,7}(\\.\\d{1,3})?");
  private static final List<String> OBSOLETE = List.of("OPENAI_ASSISTANT_ID");

  public Environment {
    variables = Map.copyOf(variables);
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /// Where data is kept unless a command says otherwise.
  public Path data() {
    return get("FRONTDESK_DATA")
        .map(Path::of)
        .orElseGet(() -> Path.of(get("HOME").orElse("."), ".local", "share", "frontdesk"));
  }

  /// Zone of customers who named none, and of nobody else.
  ///
  /// @throws InvalidSettings it is no IANA zone
  public String zone() {
    String zone = get("FRONTDESK_ZONE").orElse("UTC");
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw new InvalidSettings(
          List.of("FRONTDESK_ZONE: must be an IANA zone such as Asia/Bangkok"));
    }
  }

  /// `FRONTDESK_RATE`: requests a second for each key and address, 0 for no limit.
  ///
  /// @throws InvalidSettings it is no such number
  public double requestsPerSecond() {
    Optional<String> rate = get("FRONTDESK_RATE");
    if (rate.filter(text -> !RATE.matcher(text).matches()).isPresent()) {
      throw new InvalidSettings(
          List.of("FRONTDESK_RATE: must be requests a second, or 0 for no limit"));
    }
    return rate.map(Double::parseDouble).orElse((double) Settings.REQUESTS_PER_SECOND);
  }

  /// Names that were once used and mean nothing any more, one line each.
  public List<String> obsolete() {
    var lines = new ArrayList<String>();
    for (String name : OBSOLETE) {
      if (get(name).isPresent()) lines.add(name + ": is obsolete and ignored, remove it");
    }
    return lines;
  }
}
