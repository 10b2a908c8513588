package frontdesk.bench;

/// What is going on, for whoever waits; on standard error, so that the tables stay by themselves.
final class Progress {
  private Progress() {}

  static void show(String what, Runner runner, Round round) {
    show(
        what,
        runner,
        "%,9.0f turns/s  %7.3f CPU s per 1,000"
            .formatted(round.perSecond(), round.cpuPerThousand()));
  }

  static void show(String what, Runner runner, String figures) {
    System.err.printf("%-12s  %-20s  %s%n", what, runner.contestant().title, figures);
  }
}
