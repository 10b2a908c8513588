package frontdesk.server.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Canaries: each customer's texts hold words that nobody else writes, and that name their writer.
final class Marks {
  private static final Pattern MARK = Pattern.compile("(?:qz|QZ)([a-zA-Z])");
  private static final int LETTERS = 26;

  private Marks() {}

  /// A word of this customer, another one for each number. OutboxTable only: no reader of a text
  /// takes it for an order number.
  static String word(char customer, int number) {
    int high = number / LETTERS;
    return "qz" + customer + (char) ('a' + high % LETTERS) + (char) ('a' + number % LETTERS);
  }

  /// An order number that only this customer has.
  static String order(char customer, int number) {
    return "QZ" + Character.toUpperCase(customer) + "-" + (1_000 + number);
  }

  /// Whose word stands first in a text.
  static Optional<Character> firstWriter(String text) {
    Matcher marks = MARK.matcher(text);
    return marks.find() ? Optional.of(writer(marks)) : Optional.empty();
  }

  /// I6: no word of anybody but the owner stands in the text.
  static void checkOnly(String text, Optional<Character> owner, String where, Ledger ledger) {
    Matcher marks = MARK.matcher(text);
    while (marks.find()) {
      char writer = writer(marks);
      if (owner.filter(own -> own == writer).isPresent()) continue;
      ledger.violated("I6", "a word of " + writer + " stands in " + where);
      return;
    }
  }

  private static char writer(Matcher marks) {
    return Character.toLowerCase(marks.group(1).charAt(0));
  }
}
