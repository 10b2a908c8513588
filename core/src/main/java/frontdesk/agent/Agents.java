package frontdesk.agent;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The agents there are.
public record Agents(List<Agent> all) {
  public Agents {
    all = List.copyOf(all);
  }

  public Optional<Agent> named(String name) {
    return all.stream().filter(agent -> agent.name().equals(name)).findFirst();
  }

  public Optional<Agent> forFunction(String function) {
    return all.stream().filter(agent -> agent.function().equals(function)).findFirst();
  }

  /// The agent that the conversation was opened with.
  ///
  /// @throws IllegalStateException it was never opened, or its agent is no longer configured
  public Agent openedBy(Log log) {
    String name =
        opener(log.timeline())
            .or(() -> opener(log.open().stream()))
            .orElseThrow(() -> new IllegalStateException("The conversation was never opened"));
    return named(name)
        .orElseThrow(() -> new IllegalStateException("No agent is configured as " + name));
  }

  /// The name of the agent that a conversation was opened with; empty when none is in there.
  ///
  /// @param entries a log's, or those that a snapshot kept of it
  public static Optional<String> opener(List<Logged> entries) {
    return opener(
        entries.stream()
            .flatMap(logged -> logged.entry() instanceof Received r ? r.events().stream() : null));
  }

  private static Optional<String> opener(Stream<Arrived> events) {
    return events
        .map(Arrived::event)
        .flatMap(event -> event.what() instanceof Opened o ? Stream.of(o.agent()) : null)
        .findFirst();
  }
}
