package frontdesk.server.chat;

import java.io.PrintStream;

/// How an answer stands on standard output: `Assistant: ` before it, its further lines indented
/// by two spaces, so that a script can tell answers apart.
final class Lines {
  private Lines() {}

  static void print(PrintStream out, String answer) {
    out.print("Assistant: " + answer.strip().lines().reduce((a, b) -> a + "\n  " + b).orElse(""));
    out.print('\n');
    out.flush();
  }
}
