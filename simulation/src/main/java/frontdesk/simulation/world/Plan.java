package frontdesk.simulation.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Which run it is.
///
/// @param bug in all servers of the run, made anew for each run
/// @param strikes played again; empty: the seed's own weather
record Plan(long seed, Supplier<Bug> bug, Scale scale, Optional<List<Strike>> strikes) {

  static Plan of(long seed) {
    return new Plan(seed, () -> Bug.NONE, Scale.FULL, Optional.empty());
  }

  Plan with(Supplier<Bug> other) {
    return new Plan(seed, other, scale, strikes);
  }

  Plan with(Scale other) {
    return new Plan(seed, bug, other, strikes);
  }

  Plan with(List<Strike> others) {
    return new Plan(seed, bug, scale, Optional.of(List.copyOf(others)));
  }
}
