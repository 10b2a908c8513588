package frontdesk.simulation.world;

import frontdesk.simulation.world.Strike.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What befalls the servers, and a record of it: drawn from a storm, or a record that is played
/// again, with strikes left out perhaps.
final class Weather {
  /// Which process of a server, which lane of a conversation: another in each run that has fewer
  /// crashes, so it is no part of a name.
  private static final Pattern NUMBER = Pattern.compile("\\.\\d+(?=/|$)");

  private final Function<Moment, List<Blow>> forecast;
  private final Map<Moment, Integer> seen = new HashMap<>();
  private final List<Strike> strikes = new ArrayList<>();
  private boolean over;

  private Weather(Function<Moment, List<Blow>> forecast) {
    this.forecast = forecast;
  }

  static Weather of(Storm storm) {
    return new Weather(moment -> storm.blows(moment.thread(), moment.what()));
  }

  static Weather replaying(List<Strike> strikes) {
    var recorded = new HashMap<Moment, List<Blow>>();
    for (Strike strike : strikes) {
      recorded.computeIfAbsent(strike.moment(), _ -> new ArrayList<>()).add(strike.blow());
    }
    return new Weather(moment -> recorded.getOrDefault(moment, List.of()));
  }

  /// What happens as a thread of a server is about to do this.
  List<Blow> at(String thread, String what) {
    if (over) return List.of();
    String name = NUMBER.matcher(thread).replaceAll("");
    int occurrence = seen.merge(new Moment(name, what, 0), 1, Integer::sum);
    var moment = new Moment(name, what, occurrence);
    List<Blow> blows = forecast.apply(moment);
    for (Blow blow : blows) strikes.add(new Strike(moment, blow));
    return blows;
  }

  void clears() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  List<Strike> strikes() {
    return List.copyOf(strikes);
  }

  /// How often a server stood still right after an intent was durable, and another took over.
  int movesAfterIntents() {
    return (int)
        strikes.stream()
            .filter(strike -> strike.blow() instanceof Blow.Move)
            .map(strike -> strike.moment().what())
            .filter(what -> what.startsWith("done append") && what.contains("Intended"))
            .count();
  }

  int count(Class<? extends Blow> kind) {
    return (int) strikes.stream().filter(strike -> kind.isInstance(strike.blow())).count();
  }
}
