package frontdesk.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs commands as `bin/frontdesk` does, in this process.
public final class Shell {
  private final Map<String, String> environment = new HashMap<>();

  /// What a command left: its exit code and what it wrote.
  public record Ran(int code, String out, String err) {
    public List<String> lines() {
      return out.lines().toList();
    }

    public List<String> errors() {
      return err.lines().toList();
    }
  }

  public Shell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Ran run(String... arguments) {
    return piped("", arguments);
  }

  public Ran piped(String in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new Environment(environment),
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = Main.run(console, arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
