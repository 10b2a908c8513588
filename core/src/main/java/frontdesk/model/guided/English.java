package frontdesk.model.guided;

import frontdesk.model.guided.Note.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The sentences in English.
enum English implements Phrases {
  PHRASES;

  private static final int SHORT_CHARS_MAX = 40;

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String opening(SmallTalk.Kind kind, boolean greeted) {
    return switch (kind) {
      case GREETING -> "Hello, and thank you for getting in touch.";
      case TROUBLE -> (greeted ? "Hello! " : "") + "I'm sorry to hear that, and I'm here to help.";
      case HELP -> (greeted ? "Hello! " : "") + "Of course, I'm here to help.";
      case AGREEMENT -> "All right.";
      case THANKS -> "You're welcome.";
      case FAREWELL -> "Thank you for writing. I've kept what you told me, so you can go on here.";
      case QUESTION -> "I'll gladly help you with that; I just need a few details first.";
      case UNSURE -> "No problem, take your time.";
      case OTHER -> "Thank you for your message.";
    };
  }

  @Override
  public String alreadyKnown() {
    return "Thank you, I have that already.";
  }

  @Override
  public String noted(List<Note> notes) {
    var sentences = new ArrayList<String>();
    List<String> fresh = of(notes, How.NEW).map(this::named).toList();
    List<String> changed = of(notes, How.CHANGED).map(this::changed).toList();
    List<String> added = of(notes, How.ADDED).map(note -> "the " + name(note.field())).toList();
    List<String> inferred = of(notes, How.INFERRED).map(this::inferred).toList();
    if (!fresh.isEmpty()) sentences.add("Thank you, I've noted " + list(fresh, "and") + ".");
    String thanks = fresh.isEmpty() ? "Thank you, " : "";
    if (!changed.isEmpty()) sentences.add(thanks + "I've " + list(changed, "and") + ".");
    else if (!added.isEmpty())
      sentences.add(thanks + "I've added that to " + added.getFirst() + ".");
    if (!inferred.isEmpty()) {
      sentences.add(
          "From what you wrote, I've put "
              + list(inferred, "and")
              + "; please tell me if that is wrong.");
    }
    return String.join(" ", sentences);
  }

  @Override
  public String ask(List<Field> fields) {
    return "Could you please tell me "
        + list(fields.stream().map(this::asked).toList(), "and")
        + "?";
  }

  @Override
  public String question(Field field) {
    return field.wording().question().getOrDefault("en", "What is your " + name(field) + "?");
  }

  @Override
  public String hint(Field field) {
    String hint = field.wording().hint().get("en");
    if (hint != null) return hint;
    List<String> offered = field.choices().stream().map(choice -> choice.label("en")).toList();
    if (!offered.isEmpty()) return "For example: " + list(offered, "or") + ".";
    String example = field.wording().example();
    return example.isEmpty() ? "A short answer is enough." : "For example: " + example + ".";
  }

  @Override
  public String oneByOne() {
    return "Let's take it step by step.";
  }

  @Override
  public String complete(String ticket) {
    return "Thank you, that is everything we need. I'm sorry for the trouble you've had; "
        + (ticket.isEmpty()
            ? "your case is in good hands now."
            : "your case is in good hands now. Your ticket is " + ticket + ".");
  }

  @Override
  public String nothingMissing(String ticket) {
    return "I have everything I need, and nothing more is needed from you right now."
        + (ticket.isEmpty() ? "" : " Your ticket is " + ticket + ".");
  }

  @Override
  public String welcome(SmallTalk.Kind kind, String ticket) {
    return (kind == SmallTalk.Kind.AGREEMENT ? "All right. " : "You're welcome! ")
        + (ticket.isEmpty() ? "" : "Your ticket is " + ticket + ". ")
        + "Just write here if anything changes.";
  }

  @Override
  public String summaryTitle() {
    return "This is what I've noted:";
  }

  @Override
  public String nextStepsTitle() {
    return "What happens next:";
  }

  @Override
  public String cannotHelp() {
    return "I'm sorry, I can't help with that at the moment. Please try again a little later.";
  }

  private static Stream<Note> of(List<Note> notes, How how) {
    return notes.stream().filter(note -> note.how() == how);
  }

  private String named(Note note) {
    String value = shown(note);
    String name = "the " + name(note.field());
    boolean isShort = value.length() <= SHORT_CHARS_MAX && !note.field().isDescription();
    return isShort ? name + " (" + value + ")" : name;
  }

  private String changed(Note note) {
    String value = shown(note);
    String name = "the " + name(note.field());
    boolean isShort = value.length() <= SHORT_CHARS_MAX && !note.field().isDescription();
    return isShort ? "changed " + name + " to " + value : "updated " + name;
  }

  private String inferred(Note note) {
    return "the " + name(note.field()) + " down as \"" + shown(note) + "\"";
  }

  private String asked(Field field) {
    return field.wording().ask().getOrDefault("en", "your " + name(field));
  }

  private String name(Field field) {
    String label = label(field);
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  private static String list(List<String> items, String last) {
    if (items.size() == 1) return items.getFirst();
    String comma = items.size() > 2 ? ", " : " ";
    return String.join(", ", items.subList(0, items.size() - 1))
        + comma
        + last
        + " "
        + items.getLast();
  }
}
