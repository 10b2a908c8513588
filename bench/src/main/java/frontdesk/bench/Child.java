package frontdesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A Java process of the same class path and with the flags of `bin/frontdesk`, spoken to in
/// lines. Its errors go to ours.
final class Child implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-XX:NewSize=32m",
          "-XX:MetaspaceSize=64m",
          "-XX:TrimNativeHeapInterval=5000",
          "--enable-native-access=ALL-UNNAMED");

  private final Process process;
  private final BufferedReader out;
  private final PrintStream in;

  private Child(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static Child start(List<String> flags, Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  long pid() {
    return process.pid();
  }

  /// The CPU time it has had.
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// The next line that it prints.
  String line() {
    try {
      String line = out.readLine();
      if (line == null) throw new IllegalStateException("A measured process ended early");
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its answer to a line.
  String ask(String line) {
    in.println(line);
    return line();
  }

  /// Asks it to end, and waits until it has.
  @Override
  public void close() {
    try {
      in.close();
      process.toHandle().destroy(); // that of Process would close what it still has to say
      out.lines().forEach(_ -> {});
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
