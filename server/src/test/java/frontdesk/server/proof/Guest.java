package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.server.proof.Call.Kind;
import frontdesk.server.proof.Wishes.Slot;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who wants to meet at a time that everybody wants: books, decides, thinks again, lists,
/// moves, cancels, or is not seen again.
final class Guest implements Customer {
  static final String ASKED = "Shall I do this?";
  private static final int ANSWERS_MAX = 12;
  private static final Pattern OFFER = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)");

  private final Who who;
  private final Street street;
  private final Chance chance;

  /// Says yes without reading what to.
  private final boolean careless;

  private String peer = "";
  private int said;

  Guest(Who who, Street street, Chance chance) {
    this.who = who;
    this.street = street;
    this.chance = chance;
    this.careless = chance.oneIn(4);
  }

  @Override
  public Who who() {
    return who;
  }

  @Override
  public Street street() {
    return street;
  }

  @Override
  public Chance chance() {
    return chance;
  }

  @Override
  public void run() {
    Optional<String> opened = open();
    if (opened.isEmpty()) return;
    peer = opened.get();
    if (chance.oneIn(4)) say("what is the weather like?");
    book();
    if (chance.oneIn(2)) say(Wishes.LIST);
    if (chance.oneIn(2)) move();
    if (chance.oneIn(3)) pursue(Wishes.CANCEL, Wishes.CANCEL, Deed.Kind.CANCELLED, "");
    if (chance.oneIn(3)) book();
    if (chance.oneIn(3)) trespass(message(Wishes.LIST));
  }

  /// Lists once more, until an answer says what there is.
  @Override
  public void lookBack(ConversationId id) {
    peer = id.peer();
    boolean told = false;
    for (int i = 0; i < ANSWERS_MAX && !told; i++) {
      String answer = say(Wishes.LIST);
      // The provider may be away, and the model elsewhere in its mind.
      if (i > 0) street.sleep(Duration.ofSeconds(20));
      told = answer.startsWith("Upcoming meetings:") || answer.startsWith("You have no upcoming");
    }
    if (!told) street.ledger().violated("I-told", who.letter() + " is never told what there is");
    // What the last answer asked was shown by then.
    street.sleep(Duration.ofSeconds(20));
    look(id);
  }

  private void book() {
    Slot slot = chance.oneIn(4) ? chance.pick(Wishes.OTHERS) : chance.pick(Wishes.POPULAR);
    String all =
        Wishes.BOOK
            + " "
            + slot.said()
            + ", my name is "
            + Wishes.name(who.letter())
            + " and my e-mail is "
            + Wishes.email(who.letter());
    String first =
        switch (chance.below(4)) {
          case 0 -> all;
          case 1 -> Wishes.BOOK + " please";
          case 2 -> Wishes.BOOK + " " + slot.said();
          default -> "hello, my name is " + Wishes.name(who.letter());
        };
    if (first.startsWith("hello")) {
      said(first);
      first = all;
    }
    pursue(first, all, Deed.Kind.BOOKED, slot.written());
  }

  private void move() {
    Slot slot = chance.pick(chance.oneIn(2) ? Wishes.POPULAR : Wishes.OTHERS);
    String wish = Wishes.MOVE + " " + slot.said();
    String first = chance.oneIn(3) ? Wishes.MOVE : wish;
    pursue(first, wish, Deed.Kind.MOVED, slot.written());
  }

  /// Goes on until it is done, or they have had enough.
  private void pursue(String first, String all, Deed.Kind kind, String written) {
    if (chance.oneIn(8)) said(chance.pick(Wishes.YES)); // before there is anything to say yes to
    String answer = say(first);
    String wanted = written;
    for (int i = 0; i < ANSWERS_MAX; i++) {
      if (answer.contains(kind.told())) return;
      if (answer.contains(ASKED)) {
        if (!careless && !answer.contains(wanted)) answer = say(Wishes.NO);
        else if (chance.oneIn(12)) return;
        else if (chance.oneIn(10)) {
          Slot other = chance.pick(Wishes.OTHERS);
          wanted = other.written();
          answer = say("sorry, I meant " + other.said());
        } else answer = decide();
      } else if (answer.contains(DecentModel.FREE)) {
        Slot offered = offered(answer);
        wanted = offered.written();
        answer = say("then " + offered.said());
      } else if (answer.startsWith(DecentModel.NEEDS)) {
        answer = say(asked(answer));
      } else if (answer.startsWith("You have no")) {
        return;
      } else if (chance.oneIn(3) || answer.isEmpty()) {
        answer = say(Wishes.LIST);
        if (kind == Deed.Kind.BOOKED && answer.contains(wanted)) return;
      } else {
        answer = chance.oneIn(5) ? say(Wishes.FORGET) : say(all);
        if (all.contains("on ")) wanted = written;
      }
    }
  }

  private String decide() {
    String yes = chance.pick(Wishes.YES);
    return switch (chance.below(12)) {
      case 0 -> say(Wishes.NO);
      case 1 -> {
        said(yes); // on another device, at the same time
        yield say(yes);
      }
      case 2 -> {
        String answer = say(yes);
        say(yes);
        yield answer;
      }
      case 3 -> say("what is the weather like?");
      default -> say(yes);
    };
  }

  private String asked(String answer) {
    var told = new ArrayList<String>();
    if (answer.contains("date")) told.add(chance.pick(Wishes.POPULAR).said());
    else if (answer.contains("time")) told.add("at " + chance.pick(Wishes.POPULAR).time());
    if (answer.contains("name")) told.add("my name is " + Wishes.name(who.letter()));
    if (answer.contains("email")) told.add("my e-mail is " + Wishes.email(who.letter()));
    if (told.isEmpty()) return Wishes.LIST;
    if (told.size() > 1 && chance.oneIn(2)) return told.getFirst();
    return String.join(", ", told);
  }

  private Slot offered(String answer) {
    List<Slot> offers = new ArrayList<>();
    Matcher found = OFFER.matcher(answer.substring(answer.indexOf(DecentModel.FREE)));
    while (found.find()) offers.add(new Slot(found.group(1), found.group(2)));
    return offers.isEmpty() ? chance.pick(Wishes.OTHERS) : chance.pick(offers);
  }

  /// Says it and does not wait for the answer.
  private void said(String text) {
    Call message = message(text);
    street.start("says", () -> street.ask(message, Client.PATIENT));
    if (chance.oneIn(2)) street.sleep(Duration.ofMillis(chance.below(400)));
  }

  /// What is answered, empty when it is no answer of the agent.
  private String say(String text) {
    Call message = message(text);
    if (chance.oneIn(10)) street.start("says again", () -> street.ask(message, Client.PATIENT));
    return street
        .ask(message, Client.PATIENT)
        .filter(answer -> answer.status() == 200)
        .map(answer -> answer.field("bot_message"))
        .orElse("");
  }

  private Call message(String text) {
    return call(Kind.WRITE, peer, "m-" + said++, text);
  }
}
