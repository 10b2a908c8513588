package frontdesk.simulation.world;

import java.util.Locale;

/// A deliberate fault, for the proof that the world would find it: it alters what a server is made
/// of before the server is wired.
interface Bug {
  Bug NONE =
      new Bug() {
        @Override
        public String invariant() {
          return "";
        }

        @Override
        public Parts in(Parts parts) {
          return parts;
        }
      };

  /// What it does wrong: the name of its class, in words.
  default String name() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /// Which invariant it breaks.
  String invariant();

  /// The parts of a server that has it; called for each process that starts.
  Parts in(Parts parts);
}
