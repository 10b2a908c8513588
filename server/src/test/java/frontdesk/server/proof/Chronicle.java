package frontdesk.server.proof;

import frontdesk.engine.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run as a person reads it: what was asked, what came back, what was accepted and appended, what
/// struck; a line each, with the simulated time in seconds.
final class Chronicle {
  private final Threads threads;
  private final List<String> lines = new ArrayList<>();

  Chronicle(Threads threads) {
    this.threads = threads;
  }

  void add(String who, String what) {
    lines.add(String.format(Locale.ROOT, "%9.3f  %-9s %s", threads.nanos() / 1e9, who, what));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
