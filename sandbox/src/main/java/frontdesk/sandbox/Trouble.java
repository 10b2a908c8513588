package frontdesk.sandbox;

import java.time.Duration;
import java.util.SortedSet;
import java.util.function.IntFunction;

/// What goes wrong with one request. Written as in `do`: `status:500`, `hold`, `cut:120`.
public sealed interface Trouble {

  /// Nothing does.
  record None() implements Trouble {}

  /// Nothing is done; the vendor's error of this status.
  record Status(int status) implements Trouble {}

  /// Done, then the error.
  record StatusAfter(int status) implements Trouble {}

  /// Nothing is done; the vendor's error of this name.
  record Failure(String name) implements Trouble {}

  /// Done and answered, but later.
  record Delay(Duration time) implements Trouble {}

  /// Done and answered once somebody releases it; the connection is cut when nobody does in time.
  record Hold() implements Trouble {}

  /// The connection is cut, nothing is done.
  record DropBefore() implements Trouble {}

  /// Done, and the connection is cut instead of an answer.
  record DropAfter() implements Trouble {}

  /// Done; the connection is cut after so many bytes of the answer's body.
  record Cut(int bytes) implements Trouble {}

  /// Nothing is done; an answer of status 200 that is no answer of the vendor's.
  record Garbage() implements Trouble {}

  /// Done; after so many bytes of the body nothing comes until a release, then the rest.
  record Stall(int bytes) implements Trouble {}

  /// Done; each piece of the body is waited for so long.
  record Slow(Duration each) implements Trouble {}

  int BYTES_MAX = 100_000_000;
  int MILLIS_MAX = 600_000;

  /// Reads what stands behind `do`.
  ///
  /// @param field where it stands, for the error
  /// @param failures the names that `error:NAME` may have
  /// @throws WrongControl it is none
  static Trouble parse(String field, String text, SortedSet<String> failures) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (word) {
      case "status" -> number(field, word, rest, 400, 599, Status::new);
      case "status_after" -> number(field, word, rest, 400, 599, StatusAfter::new);
      case "delay" ->
          number(field, word, rest, 0, MILLIS_MAX, ms -> new Delay(Duration.ofMillis(ms)));
      case "slow" ->
          number(field, word, rest, 0, MILLIS_MAX, ms -> new Slow(Duration.ofMillis(ms)));
      case "cut" -> number(field, word, rest, 0, BYTES_MAX, Cut::new);
      case "stall" -> number(field, word, rest, 0, BYTES_MAX, Stall::new);
      case "hold" -> alone(field, word, colon, new Hold());
      case "drop_before" -> alone(field, word, colon, new DropBefore());
      case "drop_after" -> alone(field, word, colon, new DropAfter());
      case "garbage" -> alone(field, word, colon, new Garbage());
      case "error" -> failure(field, rest, failures);
      default ->
          throw new WrongControl(
              field
                  + ": must be one of status:N, status_after:N, delay:MS, hold, drop_before,"
                  + " drop_after, cut:BYTES, garbage, stall:BYTES, slow:MS, error:NAME");
    };
  }

  private static Trouble number(
      String field, String word, String text, int min, int max, IntFunction<Trouble> made) {
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) return made.apply(number);
    }
    throw new WrongControl(
        field + ": " + word + " needs a whole number from " + min + " to " + max + " behind it");
  }

  private static Trouble alone(String field, String word, int colon, Trouble trouble) {
    if (colon < 0) return trouble;
    throw new WrongControl(field + ": " + word + " stands alone, without ':'");
  }

  private static Trouble failure(String field, String name, SortedSet<String> failures) {
    if (failures.contains(name)) return new Failure(name);
    throw new WrongControl(
        field + ": error needs one of these behind it: " + String.join(", ", failures));
  }
}
