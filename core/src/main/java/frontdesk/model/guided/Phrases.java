package frontdesk.model.guided;

import java.util.List;

/// The sentences of one language: plain text for any channel, whole sentences, no markup.
public sealed interface Phrases permits English, Thai {

  static Phrases in(String language) {
    return language.equals("th") ? Thai.PHRASES : English.PHRASES;
  }

  /// `en` or `th`.
  String language();

  /// First words of a reply to something that answers no question.
  String opening(SmallTalk.Kind kind, boolean greeted);

  /// To a value that is known already.
  String alreadyKnown();

  String noted(List<Note> notes);

  /// One sentence that asks for several fields.
  String ask(List<Field> fields);

  String question(Field field);

  /// Helps with a question that was asked before.
  String hint(Field field);

  /// Before the questions are asked one by one.
  String oneByOne();

  /// Everything is there. `ticket` is empty if there is none.
  String complete(String ticket);

  String nothingMissing(String ticket);

  /// To a thank-you, a goodbye or an "ok" when everything is there.
  String welcome(SmallTalk.Kind kind, String ticket);

  String summaryTitle();

  String nextStepsTitle();

  /// There is no form to fill: nothing to go on with.
  String cannotHelp();

  /// The question for a field with help.
  default String insistingQuestion(Field field) {
    return question(field) + " " + hint(field);
  }

  default String label(Field field) {
    return field.label(language());
  }

  default String shown(Note note) {
    return note.field().shown(note.value(), language());
  }
}
