package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// What is said of an act of which nobody knows whether it was done: that a person finds out, and
/// later what they found.
final class InDoubt {
  private static final Pattern ASKS =
      Pattern.compile(
          "\\b(?:is|was|has|have|did|does|are|will) (?:it|that|this|my|the|you|everything|we)\\b[^?]*\\b(?:booked|book|done|do|work(?:ed|s)?|cancel(?:l?ed)?|moved?|go(?:ne)? through|happen(?:ed)?|confirmed|made|reserved|scheduled|ok(?:ay)?)\\b"
              + "|\\b(?:any news|what happened|how did (?:it|that) go|what is the status|what's the status|what about (?:it|my \\w+))\\b|^\\W*(?:and|so|well)\\?"
              + "|หรือยัง|สำเร็จ|เรียบร้อย|ถึงไหน|เป็นยังไง|เป็นไง|เป็นอย่างไร");
  private static final String HAPPENED = "a person found that it happened";
  private static final String DID_NOT = "a person found that it did not happen";

  private final Scene scene;
  private final Sentences sentences;

  InDoubt(Scene scene) {
    this.scene = scene;
    this.sentences = Sentences.in(scene.language());
  }

  /// To a line that asks what became of it, or only agrees.
  Optional<String> answer(Chat chat) {
    String plain = scene.text().toLowerCase(Locale.ROOT);
    boolean asks = chat.kind() == Chat.Kind.YES || ASKS.matcher(plain).find();
    return scene.inDoubt().filter(_ -> asks).map(this::open);
  }

  /// Empty when an outcome is about no such act.
  Optional<String> told(Latest latest) {
    ObjectNode json = latest.json();
    String error = json.path("error").asString("");
    if (latest.isInDoubt()) return Optional.of(open(latest));
    if (latest.status().equals(HAPPENED)) {
      return Optional.of(sentences.happened(scene.label(latest.tool())));
    }
    if (error.endsWith(DID_NOT)) {
      return Optional.of(sentences.didNotHappen(scene.label(latest.tool())));
    }
    return error.startsWith("refused: the same request was made before")
        ? Optional.of(open(scene.inDoubt().orElse(latest)))
        : Optional.empty();
  }

  private String open(Latest latest) {
    boolean people = Jsons.json(latest.json()).text().contains("A person");
    return people ? sentences.withPeople(scene.label(latest.tool())) : sentences.notKnown();
  }
}
