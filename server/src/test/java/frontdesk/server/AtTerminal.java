package frontdesk.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A chat in a process of its own at a terminal, which `script` of util-linux makes.
final class AtTerminal {
  private static final Pattern CONTROLS =
      Pattern.compile("\u001b\\[[?>]?[0-9;]*\\$?[A-Za-z]|\\p{Cntrl}");

  /// With it the line editor says that it takes what is pasted.
  private static final String PROMPT = "\u001b[?2004h";

  private AtTerminal() {}

  /// What stands on the screen when `/quit` is typed at the first prompt: its lines, without
  /// colours.
  static List<String> chat(Path data, String... arguments) throws IOException {
    String command =
        "exec \"$JAVA\" --enable-native-access=ALL-UNNAMED -cp \"$CLASSES\" %s chat %s"
            .formatted(Main.class.getName(), String.join(" ", arguments));
    var builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(AtTerminal::isSetting);
    builder.environment().put("FRONTDESK_DATA", data.toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("LC_ALL", "C.UTF-8"); // as on a desktop
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Process process = builder.start();
    try (BufferedReader screen = process.inputReader(StandardCharsets.UTF_8);
        var typed = process.outputWriter()) {
      String begun = untilAsked(screen);
      typed.write("/quit\r");
      typed.flush();
      return shown(Stream.concat(begun.lines(), screen.lines()));
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isSetting(String name) {
    return Stream.of("FRONTDESK_", "OPENAI_", "OPENAPI_").anyMatch(name::startsWith);
  }

  /// Up to the first prompt: what is typed before it is not read.
  private static String untilAsked(BufferedReader screen) throws IOException {
    var begun = new StringBuilder();
    for (int c = screen.read(); c >= 0; c = screen.read()) {
      begun.append((char) c);
      if (begun.indexOf(PROMPT) >= 0) return begun.toString();
    }
    throw new AssertionError("It ended before its prompt: " + begun);
  }

  private static List<String> shown(Stream<String> screen) {
    return screen
        .map(line -> CONTROLS.matcher(line).replaceAll("").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
