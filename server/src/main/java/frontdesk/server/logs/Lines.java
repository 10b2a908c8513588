package frontdesk.server.logs;

import frontdesk.json.Jsons;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One line for each record: readable in a terminal, JSON elsewhere. Messages, those of exceptions
/// too, are redacted, and their control characters escaped, so that no text can begin a line of its
/// own or colour one (S15).
final class Lines extends Formatter {
  private static final int CAUSES_MAX = 5;
  private static final int FRAMES_MAX = 8;
  private static final int MESSAGE_CHARS_MAX = 4_000;
  private static final String OURS = "frontdesk.";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final boolean readable;

  Lines(boolean readable) {
    this.readable = readable;
  }

  @Override
  public String format(LogRecord entry) {
    return (readable ? text(entry) : json(entry)) + "\n";
  }

  private String text(LogRecord entry) {
    String line =
        "%s %-7s %s %s"
            .formatted(
                TIME.format(entry.getInstant()),
                name(entry.getLevel()),
                clean(logger(entry)),
                clean(formatMessage(entry)));
    var whole = new StringBuilder(line);
    for (var error : causes(entry.getThrown())) {
      whole.append(" error=").append(error.get("class").asString());
      whole.append(" \"").append(error.get("message").asString()).append('"');
      error.get("at").forEach(frame -> whole.append(" at ").append(frame.asString()));
    }
    return whole.toString();
  }

  private String json(LogRecord entry) {
    ObjectNode line =
        Jsons.object()
            .put("time", entry.getInstant().toString())
            .put("level", name(entry.getLevel()))
            .put("logger", clean(logger(entry)))
            .put("message", clean(formatMessage(entry)));
    ArrayNode causes = causes(entry.getThrown());
    if (!causes.isEmpty()) line.set("error", causes);
    return Jsons.json(line).text();
  }

  /// The exception and its causes, each with its class, message and our own frames.
  private static ArrayNode causes(@Nullable Throwable thrown) {
    ArrayNode causes = Jsons.array();
    Throwable next = thrown;
    for (int i = 0; i < CAUSES_MAX && next != null; i++) {
      String message = next.getMessage();
      ObjectNode cause =
          Jsons.object()
              .put("class", next.getClass().getName())
              .put("message", message == null ? "" : clean(message));
      cause.set("at", frames(next));
      causes.add(cause);
      next = next.getCause();
    }
    return causes;
  }

  private static ArrayNode frames(Throwable thrown) {
    ArrayNode frames = Jsons.array();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frames.size() == FRAMES_MAX) break;
      if (!frame.getClassName().startsWith(OURS)) continue;
      frames.add(
          frame.getClassName().substring(OURS.length())
              + "."
              + frame.getMethodName()
              + ":"
              + frame.getLineNumber());
    }
    return frames;
  }

  private static String logger(LogRecord entry) {
    String name = entry.getLoggerName();
    return name == null ? "" : name;
  }

  private static String name(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) return "ERROR";
    if (level.intValue() >= Level.WARNING.intValue()) return "WARNING";
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static String clean(String message) {
    boolean cut = message.length() > MESSAGE_CHARS_MAX;
    return escaped(Redaction.of(cut ? message.substring(0, MESSAGE_CHARS_MAX) + "…" : message));
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                  if (isUnseen(c)) escaped.append("\\u%04x".formatted(c));
                  else escaped.appendCodePoint(c);
                }
              }
            });
    return escaped.toString();
  }

  /// Controls (ANSI escapes begin with one), line separators, marks that turn the direction of
  /// writing, lone surrogates.
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
