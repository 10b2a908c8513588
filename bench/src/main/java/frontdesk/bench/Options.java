package frontdesk.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to measure, and where the figures go.
///
/// @param rounds measured rounds of each contestant
/// @param round length of one, where it is not the scenario's own
/// @param warmUp how long each runs before, unless it has made enough turns sooner
/// @param json file for the figures of every round
record Options(int rounds, Optional<Duration> round, Duration warmUp, Optional<Path> json) {
  /// Length of a round without delays.
  static final Duration ROUND = Duration.ofSeconds(3);

  /// @throws IllegalArgumentException one line that names what is wrong
  static Options parse(List<String> arguments) {
    var options = new Options(5, Optional.empty(), Duration.ofSeconds(40), Optional.empty());
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (i + 1 == arguments.size()) throw new IllegalArgumentException(name + ": needs a value");
      options = options.with(name, arguments.get(i + 1));
    }
    return options;
  }

  /// Length of a round.
  Duration seconds(Duration unlessGiven) {
    return round.orElse(unlessGiven);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--rounds" -> new Options(number(name, value), round, warmUp, json);
      case "--seconds" -> new Options(rounds, Optional.of(seconds(name, value)), warmUp, json);
      case "--warm-up" -> new Options(rounds, round, seconds(name, value), json);
      case "--json" -> new Options(rounds, round, warmUp, Optional.of(Path.of(value)));
      default -> throw new IllegalArgumentException(name + ": is not known");
    };
  }

  private static Duration seconds(String name, String value) {
    return Duration.ofSeconds(number(name, value));
  }

  private static int number(String name, String value) {
    if (value.matches("[1-9]\\d{0,3}")) return Integer.parseInt(value);
    throw new IllegalArgumentException(name + ": must be a whole number from 1 to 9999");
  }
}
