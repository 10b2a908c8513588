package frontdesk.server.commands;

import frontdesk.edge.Edge;
import frontdesk.edge.JdkHttp;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.Operations;
import frontdesk.server.Console;
import frontdesk.server.Stores;
import frontdesk.sqlite.SqliteJournal;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;

/// What operators do, from a shell: on a server, or on a data directory that no process holds.
@Command(
    name = "ops",
    description = "Looks after conversations: list, show, archive, restore.",
    mixinStandardHelpOptions = true)
public final class OpsCommand {
  private final Console console;

  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Ask this server, with the operator's key in FRONTDESK_KEY.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Open this data directory, while no process holds it.")
  private Optional<Path> data = Optional.empty();

  public OpsCommand(Console console) {
    this.console = console;
  }

  @Command(description = "Lists conversations, the newest first.", mixinStandardHelpOptions = true)
  int list() {
    JsonNode all = on(OpsSource::list);
    for (JsonNode one : all) {
      console
          .out()
          .printf(
              "%-10s %-10s %3s open  %s%n",
              one.path("status").asString(""),
              one.path("agent").asString(""),
              one.path("open_events").asString(""),
              one.path("conversation").asString(""));
    }
    if (all.isEmpty()) console.err().println("There is no conversation.");
    return 0;
  }

  @Command(description = "Shows a conversation with its log.", mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID") String id) {
    Optional<JsonNode> shown = on(ops -> ops.show(id));
    if (shown.isEmpty()) return noSuch(id);
    console.out().println(shown.get().toPrettyString());
    return 0;
  }

  @Command(
      description = "Writes a conversation to a file as JSON lines and takes it out of the store.",
      mixinStandardHelpOptions = true)
  int archive(
      @Parameters(paramLabel = "ID") String id, @Parameters(paramLabel = "FILE") Path file) {
    if (Files.exists(file)) throw new InvalidSettings(List.of("FILE: " + file + " exists already"));
    return on(
        ops -> {
          Optional<List<String>> lines = ops.export(id);
          if (lines.isEmpty()) return noSuch(id);
          keep(file, lines.get());
          long version = Jsons.parse(lines.get().getFirst()).path("version").asLong(-1);
          if (!ops.remove(id, version)) {
            discard(file);
            throw new IllegalStateException(Operations.NOT_AT_REST);
          }
          console.out().println("archived to " + file);
          return 0;
        });
  }

  @Command(description = "Puts an archived conversation back.", mixinStandardHelpOptions = true)
  int restore(@Parameters(paramLabel = "FILE") Path file) {
    List<String> lines = read(file);
    boolean restored = on(ops -> ops.restore(lines));
    if (restored) console.out().println("restored");
    else console.err().println("There is a conversation of that id already; nothing was changed.");
    return restored ? 0 : 1;
  }

  private <T> T on(Function<OpsSource, T> work) {
    if (server.isPresent()) {
      String key =
          console
              .environment()
              .get("FRONTDESK_KEY")
              .orElseThrow(
                  () -> new InvalidSettings(List.of("FRONTDESK_KEY: set it to an operator's key")));
      var client = JdkHttp.client(server.get(), Duration.ofSeconds(5), Duration.ofSeconds(60));
      return work.apply(new OpsSource.Remote(client, key, Edge.real().threads()));
    }
    Path directory = data.orElseGet(() -> console.environment().data());
    try (SqliteJournal journal = Stores.existing(directory, "ops", Edge.real())) {
      return work.apply(new OpsSource.Local(new Operations(journal, journal)));
    }
  }

  private int noSuch(String id) {
    console.err().println("ID: there is no conversation " + id + "; ops list shows what there is");
    return 1;
  }

  /// On the disk, not only handed to it: the conversation is removed afterwards.
  private static void keep(Path file, List<String> lines) {
    try {
      Files.write(file, lines, StandardOpenOption.CREATE_NEW);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw new InvalidSettings(List.of("FILE: cannot write " + file));
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot remove " + file + ", which is not complete", e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new InvalidSettings(List.of("FILE: cannot read " + file));
    }
  }
}
