package frontdesk.simulation.world;

import static java.util.stream.Collectors.joining;

import frontdesk.channel.Sending;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Received;
import frontdesk.simulation.Node;
import frontdesk.simulation.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A run that went wrong, for a person to read: what was violated, then the story of the
/// conversation that the first violation is about. Times are seconds since the run began.
final class Report {
  private static final int TAIL_LINES = 60;
  private static final int TEXT_MAX = 240;

  private final Result result;
  private final StringBuilder text = new StringBuilder();

  Report(Result result) {
    this.result = result;
  }

  String text() {
    line("Seed " + result.plan().seed());
    for (Violation violation : result.violations()) {
      line("  " + violation + " (noticed at step " + violation.step() + ")");
    }
    title(result.strikes().size() + " strikes");
    for (Strike strike : result.strikes()) line("  " + strike);
    violated().ifPresentOrElse(this::tell, () -> line(result.trace().tail(TAIL_LINES)));
    return text.toString();
  }

  private Optional<ConversationId> violated() {
    return result.violations().stream().flatMap(v -> v.about().stream()).findFirst();
  }

  private void tell(ConversationId id) {
    title("the log of " + id);
    result.stories().stream()
        .filter(story -> story.id().equals(id))
        .flatMap(story -> story.entries().stream())
        .forEach(
            logged ->
                row(logged.at(), "%4d  %s".formatted(logged.seq(), shortened(logged.entry()))));
    title("at the backend");
    atBackend(id).sorted(Comparator.comparing(Seen::at)).forEach(seen -> row(seen.at, seen.what));
    title("at the platform");
    atPlatform(id).forEach(seen -> row(seen.at, seen.what));
    title("the trace: time, node, thread, what");
    var conversations = result.stories().stream().map(Story::id).toList();
    trace(new Concern(id, conversations, result.trace()));
  }

  private static String shortened(Entry entry) {
    if (!(entry instanceof Received received)) return entry.toString();
    return received.events().stream()
        .map(arrived -> arrived.seq() + " " + arrived.event().what())
        .collect(joining(", ", "Received epoch " + received.epoch() + ": ", ""));
  }

  private record Seen(Instant at, String what) {}

  private Stream<Seen> atBackend(ConversationId id) {
    var requests =
        result.backend().requests().stream()
            .filter(request -> request.conversation().equals(id))
            .map(r -> new Seen(r.writtenAt(), "request " + r.key() + " " + r.fate()));
    var lookUps =
        result.backend().lookUps().stream()
            .filter(lookUp -> lookUp.conversation().equals(id))
            .map(lookUp -> new Seen(lookUp.at(), "look-up " + lookUp.key()));
    return Stream.concat(requests, lookUps);
  }

  private Stream<Seen> atPlatform(ConversationId id) {
    return result.platform().posts().stream()
        .filter(post -> post.conversation().equals(id))
        .map(post -> new Seen(post.writtenAt(), written(post)));
  }

  private static String written(Post post) {
    Sending sending = post.sending();
    String arrived = post.isDelivered() ? ", the customer got it" : "";
    return "attempt "
        + sending.attempt()
        + " at entry "
        + sending.entry()
        + " "
        + post.fate()
        + arrived;
  }

  private void trace(Concern concern) {
    int others = 0;
    for (Trace.Line line : result.trace().lines()) {
      if (concern.covers(line)) {
        elided(others);
        others = 0;
        row(line);
      } else {
        others++;
      }
    }
    elided(others);
  }

  private void row(Trace.Line line) {
    int slash = line.aboutNode() ? line.who().length() : line.who().indexOf('/');
    String node = line.who().substring(0, slash);
    String thread = line.aboutNode() ? "***" : line.who().substring(slash + 1);
    row(Duration.ofNanos(line.nanos()), "%-12s %-26s %s".formatted(node, thread, line.what()));
  }

  private void row(Instant at, String what) {
    row(Duration.between(Node.BEGINNING, at), what);
  }

  private void row(Duration time, String what) {
    String cut = what.length() <= TEXT_MAX ? what : what.substring(0, TEXT_MAX) + "…";
    line(String.format(Locale.ROOT, "%12.6f  %s", time.toNanos() / 1e9, cut));
  }

  private void elided(int steps) {
    if (steps > 0) line(" ".repeat(14) + "… " + steps + " steps left out");
  }

  private void title(String title) {
    line("");
    line("# " + title);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
