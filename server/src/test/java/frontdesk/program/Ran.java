package frontdesk.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a process left: its exit code and what it wrote.
record Ran(int code, String out, String err) {
  private static final long MINUTES_MAX = 4;
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final Path JAR = Path.of("target", "frontdesk.jar").toAbsolutePath();

  /// A process that goes on.
  record Running(Process process, Path out, Path err) {
    Ran end() throws IOException, InterruptedException {
      boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      if (!ended) throw new AssertionError("It did not end: " + Files.readString(err));
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  static Ran of(Path directory, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    return begin(directory, environment, command).end();
  }

  static Running begin(Path directory, Map<String, String> environment, List<String> command)
      throws IOException {
    Path out = Files.createTempFile(directory, "out", "");
    Path err = Files.createTempFile(directory, "err", "");
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("FRONTDESK_"));
    builder.environment().put("FRONTDESK_DATA", directory.resolve("data").toString());
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return new Running(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }
}
