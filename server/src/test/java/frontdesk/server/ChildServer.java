package frontdesk.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own, so that it can be killed.
final class ChildServer implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready on http://127\\.0\\.0\\.1:(\\d+)");
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final int port;

  private ChildServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Runs a command that serves, such as `demo`, until it says that it is ready.
  static ChildServer start(Path log, Map<String, String> environment, String... command) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(command));
    try {
      var builder = new ProcessBuilder(line).redirectError(log.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("FRONTDESK_"));
      builder.environment().put("FRONTDESK_RATE", "0");
      builder.environment().putAll(environment);
      Process process = builder.start();
      return new ChildServer(process, port(process.inputReader(), log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs `serve` or `demo` on a free port with its data, settings and `log` in a directory.
  static ChildServer start(Path directory, String command, Map<String, String> environment)
      throws IOException {
    Path log = directory.resolve("log");
    String data = directory.resolve("data").toString();
    if (!command.equals("serve")) {
      return start(log, environment, command, "--port", "0", "--data", data);
    }
    String settings =
        """
        listen: 0
        data: %s
        channels: {rest: {keys: [{name: shop, key: "0123456789abcdef"}]}}
        """
            .formatted(data);
    Path config = Files.writeString(directory.resolve("frontdesk.yaml"), settings);
    return start(log, environment, command, "--config", config.toString());
  }

  private static int port(BufferedReader out, Path log) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) return Integer.parseInt(ready.group(1));
    }
    throw new AssertionError("It ended before it was ready; its log is " + log);
  }

  Api api() {
    return Api.at(port);
  }

  long pid() {
    return process.pid();
  }

  /// As `kill -9` does.
  void kill() {
    process.destroyForcibly();
    untilEnded();
  }

  /// As `kill` does, which it may answer by ending in good order. Its exit code.
  int stop() {
    process.destroy();
    return untilEnded();
  }

  private int untilEnded() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The process does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
