package frontdesk.server.commands;

import frontdesk.agent.Toolset;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.server.AgentSource;
import frontdesk.server.Console;
import frontdesk.server.Environment;
import frontdesk.server.ModelSettings;
import frontdesk.server.Server;
import frontdesk.server.Settings;
import frontdesk.server.chat.RemoteTalk;
import frontdesk.server.chat.Talk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// A whole short life: starts the demo with no data on a free port, talks with it over REST, and
/// ends in good order. `bin/frontdesk` lets the JVM watch it, which then starts the same faster.
@Command(
    name = "warm-up",
    hidden = true,
    description = "Starts, answers a few messages, ends; leaves nothing.")
public final class WarmUpCommand implements Callable<Integer> {
  private static final String AGENT = "support";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> SAID =
      List.of(
          "I have an issue",
          "my order number is 7474839",
          "The deposit for my rental car was never refunded. It is urgent.");

  private final Console console;

  public WarmUpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path data = Files.createTempDirectory("frontdesk-warm-up");
    try {
      return answered(data) ? 0 : 1;
    } finally {
      delete(data);
    }
  }

  private boolean answered(Path data) {
    Edge edge = Edge.real();
    // What this machine is set to says nothing here.
    Settings plain =
        Settings.local(new Environment(Map.of()))
            .with(0, data, ModelSettings.of(new Environment(Map.of())));
    Server server = Server.start(plain, "warm-up", edge);
    try (Talk talk = talk(server.port(), edge)) {
      for (String text : SAID) {
        if (!(talk.say(text) instanceof Talk.Reply.Answer answer)) return false;
        console.out().println(answer.text());
      }
      return talk.history().size() == 2 * SAID.size();
    } finally {
      server.stop();
    }
  }

  private static Talk talk(int port, Edge edge) {
    URI here = URI.create("http://127.0.0.1:" + port);
    var client = RemoteHttp.client(here, PATIENCE, PATIENCE, PATIENCE);
    String function = AgentSource.read(AGENT, Toolset.NONE, "UTC").function();
    return new RemoteTalk(
        client, Optional.empty(), function, Optional.empty(), edge.newId(), edge.threads());
  }

  private static void delete(Path directory) throws IOException {
    List<Path> all;
    try (var found = Files.walk(directory)) {
      all = found.toList();
    }
    for (Path one : all.reversed()) Files.delete(one);
  }
}
