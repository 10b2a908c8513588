package frontdesk.server;

import frontdesk.adapters.rest.ApiKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What a server runs with, whatever it was read from.
///
/// @param agents bundled names or folders
/// @param functions those that clients may create
/// @param keys who may use the API; without client keys everybody who reaches it may
/// @param requestsPerSecond for each key and address; 0 is no limit
public record Settings(
    String host,
    int port,
    Path data,
    String model,
    String zone,
    List<String> agents,
    Set<String> functions,
    List<ApiKey> keys,
    double requestsPerSecond,
    int burst) {
  public static final int PORT = 8080;
  public static final int REQUESTS_PER_SECOND = 20;
  public static final int BURST = 100;

  public Settings {
    agents = List.copyOf(agents);
    functions = Set.copyOf(functions);
    keys = List.copyOf(keys);
  }
}
