package frontdesk.rehearsal;

import java.util.List;

/// The sentences in English.
enum English implements Sentences {
  SENTENCES;

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String announcement() {
    return "I'm a rehearsal model: I follow simple rules and need no key.";
  }

  @Override
  public String notice(String setting) {
    return "The keyless model rehearsal answers, by fixed rules. For a real one, set "
        + setting
        + ".";
  }

  @Override
  public String greeting(List<String> can) {
    return can.isEmpty() ? "Hello!" : "Hello! I can " + list(can, true) + ". What would you like?";
  }

  @Override
  public String help(List<String> can) {
    return can.isEmpty()
        ? "There is nothing I can do for you here at the moment."
        : "I can " + list(can, true) + ". Just tell me what you need.";
  }

  @Override
  public String bot() {
    return "I'm an automated assistant, not a person.";
  }

  @Override
  public String noPerson() {
    return "I'm an automated assistant, and I can't connect you to a person from here.";
  }

  @Override
  public String thanks() {
    return "You're welcome!";
  }

  @Override
  public String farewell() {
    return "Goodbye! Just write here if you need anything else.";
  }

  @Override
  public String acknowledged() {
    return "All right. Is there anything I can do for you?";
  }

  @Override
  public String nothingFits(List<String> can) {
    return can.isEmpty()
        ? "I'm sorry, I can't help with that."
        : "I'm sorry, I can't help with that. What I can do: " + list(can, true) + ".";
  }

  @Override
  public String whichTool(String one, String other) {
    return "I'm not sure what you'd like: " + one + " or " + other + "?";
  }

  @Override
  public String oneAtATime(List<String> tools) {
    return "One thing at a time, please: " + list(tools, true) + ". Which one first?";
  }

  @Override
  public String whichPending(List<String> tools) {
    return "Which of these do you mean: " + list(tools, true) + "?";
  }

  @Override
  public String dropped() {
    return "All right, I've dropped that.";
  }

  @Override
  public String nothingToDrop() {
    return "All right. There is nothing open that I would have to drop.";
  }

  @Override
  public String leftAlone() {
    return "All right, nothing is done.";
  }

  @Override
  public String otherThan() {
    return "All right, none of these. What would suit you instead?";
  }

  @Override
  public String whatElse() {
    return "All right, nothing is done. What should be different? Say yes to see it once more.";
  }

  @Override
  public String waits(String tool) {
    return "Still open: " + tool + ". Say yes if you want it, and I'll show it once more.";
  }

  @Override
  public String offers(List<String> values) {
    return "This would work instead: " + list(values, true) + ". Which one would you like?";
  }

  @Override
  public String whichOne() {
    return "Which one do you mean?";
  }

  @Override
  public String noSuch() {
    return "I don't find the one you mean here.";
  }

  @Override
  public String doubt(String label, String question, List<String> candidates) {
    String shown = candidates.isEmpty() ? "" : " (" + list(candidates, true) + ")";
    return "About the " + label + ": " + question + shown;
  }

  @Override
  public String refused(String why) {
    return why.isEmpty()
        ? "I'm sorry, that isn't possible."
        : "I'm sorry, that isn't possible: " + why;
  }

  @Override
  public String failed(String why, boolean again) {
    String said =
        why.isEmpty()
            ? "Sorry, that did not work just now, and nothing was changed."
            : "I'm sorry, that didn't work: " + why;
    return said + (again ? " Please try again in a moment." : "");
  }

  @Override
  public String notKnown() {
    return "I don't know yet whether that worked. It is being looked into, so please don't ask for"
        + " it again; you'll be told.";
  }

  @Override
  public String withPeople(String tool) {
    return "It isn't known yet whether this worked: "
        + tool
        + ". A person is looking into it, and you'll hear from us. Please don't ask for it again"
        + " until then.";
  }

  @Override
  public String happened(String tool) {
    return "A person has looked into it: it worked (" + tool + ").";
  }

  @Override
  public String didNotHappen(String tool) {
    return "A person has looked into it: it did not work ("
        + tool
        + "), and nothing was changed. You can ask for it again.";
  }

  @Override
  public String nothingFound() {
    return "I found nothing.";
  }

  @Override
  public String done() {
    return "Done.";
  }

  @Override
  public String list(List<String> items, boolean or) {
    if (items.size() < 2) return String.join("", items);
    String last = or ? " or " : " and ";
    return String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
  }

  @Override
  public String minutes(String number) {
    return number + " minutes";
  }

  @Override
  public String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }
}
