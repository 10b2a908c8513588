package frontdesk.server.killed;

import java.util.List;
import java.util.Locale;

/// What a customer asks for; all but `SAY` are the name of a tool, in small letters.
enum Wish {
  SAY,
  LOOK,
  /// An act whose provider enforces the key.
  RETRY,
  /// An act whose provider can be asked.
  LOOKUP,
  /// An act that only a person can find out about.
  HUMAN,
  /// An act that the customer has to approve; its provider enforces the key.
  APPROVE;

  static final List<Wish> ACTS = List.of(RETRY, LOOKUP, HUMAN, APPROVE);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Wish of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
