package frontdesk.runtime;

import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.model.Message;
import java.util.ArrayList;
import java.util.List;

/// How a model's answer is worded before a customer reads it: in the customer's language, and with
/// a word about who answers, where it is not who they know.
final class Wording {
  private Wording() {}

  /// Whether it is to be said again, in the customer's language (M12). Asked for once: the customer
  /// may have wanted another one.
  static boolean isToBeAskedAgain(Turn turn, ModelSaid said) {
    boolean wrong = !Languages.isIn(said.text(), turn.received().locale());
    boolean asked = turn.entries().stream().filter(Wording::isAnswer).count() > 1;
    return wrong && !asked && !said.made().standsIn();
  }

  /// What the model is shown to say it again.
  static List<Message> again(Turn turn, List<Message> shown, ModelSaid said) {
    var messages = new ArrayList<>(shown);
    messages.add(new Message.Assistant(said.text(), List.of(), List.of(), said.made()));
    messages.add(
        new Message.Note(
            "The customer writes "
                + (turn.received().locale().equals("th") ? "Thai" : "English")
                + ". Say the same in that language, unless they asked for another one."));
    return messages;
  }

  /// The text, with the announcement that form mode answers, if it did not answer before.
  static String announced(Log log, ModelSaid said, String text, String locale) {
    if (!said.made().standsIn()) return text;
    boolean known =
        log.timeline().reversed().stream()
            .map(Logged::entry)
            .filter(Wording::isAnswer)
            .skip(1)
            .findFirst()
            .filter(before -> before instanceof ModelSaid s && s.made().standsIn())
            .isPresent();
    return known ? text : Sentences.simplified(locale) + "\n" + text;
  }

  private static boolean isAnswer(Entry entry) {
    return entry instanceof ModelSaid said && said.calls().isEmpty();
  }
}
