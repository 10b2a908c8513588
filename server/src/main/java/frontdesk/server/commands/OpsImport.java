package frontdesk.server.commands;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import frontdesk.runtime.ArchiveFile;
import frontdesk.runtime.ProviderMessages;
import frontdesk.server.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options for a list of provider messages, which does not say whose conversation it was.
final class OpsImport {
  private static final String AGENT = "support";

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "For a list of messages: the conversation it becomes; else a new one.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      description = "For a list of messages: the agent that goes on with it; else " + AGENT + ".")
  private Optional<String> agent = Optional.empty();

  /// What to restore.
  ///
  /// @param done what to say afterwards
  record Given(List<String> lines, String done) {}

  Given read(String text, Console console, Edge edge) {
    if (ProviderMessages.isList(text)) return messages(text, console, edge);
    if (as.isPresent() || agent.isPresent()) {
      throw new InvalidSettings(
          List.of(
              "--as, --agent: leave them out, an archive names its own conversation and agent"));
    }
    return new Given(text.lines().filter(line -> !line.isBlank()).toList(), "restored");
  }

  private Given messages(String text, Console console, Edge edge) {
    ConversationId id = id(edge);
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("conversation_id", id.peer());
    ids.put("bot_id", edge.newId().get());
    ids.put("human_user_id", edge.newId().get());
    var opened = new Opened(agent.orElse(AGENT), ids);
    ProviderMessages read = ProviderMessages.read(text, opened, id, edge.clock().instant());
    if (read.instructions() > 0) {
      console
          .err()
          .println(
              "left out: "
                  + read.instructions()
                  + " of system or developer, the agent has instructions of its own");
    }
    return new Given(ArchiveFile.write(read.archived()), "restored as " + id);
  }

  private ConversationId id(Edge edge) {
    try {
      return as.map(ConversationId::new)
          .orElseGet(() -> ConversationId.of("rest", "local", edge.newId().get()));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettings(
          List.of("--as: must have the form channel:account:peer, such as rest:KEY:UUID"));
    }
  }
}
