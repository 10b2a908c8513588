package frontdesk.server.proof;

import java.util.Collection;
import java.util.Optional;

/// I6: no customer's words stand in another one's answers or log. Prompts are looked at when they
/// are made.
final class PrivacyRules {
  private PrivacyRules() {}

  static void check(Collection<Story> stories, Ledger ledger) {
    for (Exchange exchange : ledger.exchanges()) {
      // A trespasser has no right to the words of the customer whose conversation it tries.
      Optional<Character> owner =
          exchange.call().isForeign() ? Optional.empty() : Optional.of(exchange.call().customer());
      String where = "the answer to " + exchange.call();
      Marks.checkOnly(exchange.answer().body(), owner, where, ledger);
    }
    for (Story story : stories) {
      String text = story.entries().toString();
      Optional<Character> owner = ledger.owner(story.id()).or(() -> Marks.firstWriter(text));
      Marks.checkOnly(text, owner, "the log of " + story.id(), ledger);
    }
  }
}
