package frontdesk.rehearsal;

import java.util.List;

/// The sentences of one language: plain text for any channel.
sealed interface Sentences permits English, Thai {

  static Sentences in(String language) {
    return language.equals("th") ? Thai.SENTENCES : English.SENTENCES;
  }

  /// `en` or `th`.
  String language();

  String announcement();

  /// To whoever runs it: what answers, and the setting for another.
  String notice(String setting);

  /// Greets, and names `can`: what the tools are for.
  String greeting(List<String> can);

  String help(List<String> can);

  String bot();

  /// To who wants to talk to a person.
  String noPerson();

  String thanks();

  String farewell();

  /// To a yes, a no or a word that asks for nothing.
  String acknowledged();

  String nothingFits(List<String> can);

  String whichTool(String one, String other);

  /// Several things were asked for in one line: which first?
  String oneAtATime(List<String> tools);

  /// Several calls wait: which is meant?
  String whichPending(List<String> tools);

  String dropped();

  String nothingToDrop();

  /// The customer said no to a preview.
  String leftAlone();

  /// None of what was offered will do: what would?
  String otherThan();

  /// Something of the preview is to be otherwise: what?
  String whatElse();

  /// A preview is open, and the customer wrote something else.
  String waits(String tool);

  /// What would do instead.
  String offers(List<String> values);

  /// Before a list of things of which one is meant.
  String whichOne();

  /// What the customer names was not found.
  String noSuch();

  /// A value that may mean several things.
  String doubt(String label, String question, List<String> candidates);

  /// It was refused; `why` is a sentence, or empty.
  String refused(String why);

  String failed(String why, boolean again);

  String notKnown();

  /// Nobody knows whether it was done, and a person finds out.
  String withPeople(String tool);

  /// A person found that it was done.
  String happened(String tool);

  /// A person found that it was not done.
  String didNotHappen(String tool);

  String nothingFound();

  String done();

  String list(List<String> items, boolean or);

  String minutes(String number);

  String yesOrNo(boolean value);
}
