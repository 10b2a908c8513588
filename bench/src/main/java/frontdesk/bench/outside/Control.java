package frontdesk.bench.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// How a process is spoken to by the one that started it: it prints the port it listens on, then
/// answers each line of its standard input with one line, and ends when its input does.
public final class Control {
  private Control() {}

  /// Runs until the standard input ends.
  public static void run(int port, UnaryOperator<String> answers) throws IOException {
    System.out.println(port);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answers.apply(line));
    }
    System.exit(0);
  }
}
