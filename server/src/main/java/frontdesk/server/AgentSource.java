package frontdesk.server;

import frontdesk.agent.Agent;
import frontdesk.agent.AgentFolder;
import frontdesk.agent.Toolset;
import frontdesk.json.InvalidSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where agents are read from: those that come with the product, and folders of one's own.
public final class AgentSource {
  /// The agents that come with the product, each with the function that the API knows it by.
  private static final Map<String, String> FUNCTIONS = functions();

  /// Their names.
  public static final List<String> BUNDLED = List.copyOf(FUNCTIONS.keySet());

  /// Those that need no remote system.
  static final List<String> ALONE = List.of("support");

  private AgentSource() {}

  private static Map<String, String> functions() {
    var functions = new LinkedHashMap<String, String>();
    functions.put("support", "customer_support");
    functions.put("meetings", "meetings");
    return Collections.unmodifiableMap(functions);
  }

  /// Those whose remote systems somebody set up.
  static List<String> with(Remotes remotes) {
    return remotes.calcom().get().isPresent() ? BUNDLED : ALONE;
  }

  /// What the API knows an agent by: of one that does not come with the product, the name given.
  public static String function(String agent) {
    return FUNCTIONS.getOrDefault(agent, agent);
  }

  /// The agent of a bundled name, or of a folder.
  ///
  /// @throws InvalidSettings with every problem of its folder
  public static Agent read(String nameOrFolder, Toolset tools, String zone) {
    if (BUNDLED.contains(nameOrFolder)) {
      return AgentFolder.read(nameOrFolder, file -> resource(nameOrFolder, file), tools, zone);
    }
    Path folder = Path.of(nameOrFolder);
    if (!Files.isDirectory(folder)) {
      throw new InvalidSettings(
          List.of(
              "agents: there is no agent '"
                  + nameOrFolder
                  + "'; name one of "
                  + BUNDLED
                  + " or a folder with an agent.yaml"));
    }
    return AgentFolder.read(nameOrFolder, file -> file(folder.resolve(file)), tools, zone);
  }

  private static Optional<String> resource(String agent, String file) {
    String name = "/agents/" + agent + "/" + file;
    try (InputStream stream = AgentSource.class.getResourceAsStream(name)) {
      if (stream == null) return Optional.empty();
      return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> file(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
