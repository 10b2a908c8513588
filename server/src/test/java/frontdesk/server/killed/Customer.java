package frontdesk.server.killed;

import frontdesk.json.Jsons;
import frontdesk.server.killed.Counted.Shown;
import frontdesk.server.killed.Local.Peer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One customer behind a platform that delivers each event until it is taken, and some once more.
/// Waits for the answer to each wish, and sees only what the platform shows. What never shows,
/// because nobody can tell whether it did and the desk says so, is not waited for.
final class Customer {
  private final String conversation;
  private final List<Wish> wishes;
  private final Supplier<Peer> desk;
  private final Counted counted;
  private final RandomGenerator random;
  private final List<String> accepted = new ArrayList<>();
  private final Set<Integer> neverAsked = new HashSet<>();

  /// @param desk where events go to now
  Customer(
      String conversation,
      List<Wish> wishes,
      Supplier<Peer> desk,
      Counted counted,
      RandomGenerator random) {
    this.conversation = conversation;
    this.wishes = List.copyOf(wishes);
    this.desk = desk;
    this.counted = counted;
    this.random = random;
  }

  String conversation() {
    return conversation;
  }

  /// Ids of the events that were answered 2xx, in their order.
  synchronized List<String> accepted() {
    return List.copyOf(accepted);
  }

  /// Whether the question about this wish is one of those that nobody knows to have been seen.
  boolean wasNeverAsked(int number) {
    return neverAsked.contains(number);
  }

  String slot(int number) {
    return conversation + "#" + number;
  }

  List<Wish> wishes() {
    return wishes;
  }

  /// Says everything and sees each answer.
  void talk() {
    int answered = 0;
    for (int number = 1; number <= wishes.size(); number++) {
      Wish wish = wishes.get(number - 1);
      say(number);
      boolean isLast = number == wishes.size();
      // A question comes before all else that its turn had to say.
      boolean goesOn = !isLast && wishes.get(number) != Wish.APPROVE;
      boolean waits = wish != Wish.SAY && wish != Wish.LOOK;
      if (goesOn && !waits && random.nextBoolean()) continue;
      while (answered < number) see(++answered);
    }
  }

  /// Says it all at once, and waits for nothing.
  void sayAll() {
    for (int number = 1; number <= wishes.size(); number++) say(number);
  }

  private void say(int number) {
    String text = wishes.get(number - 1).word() + " " + number;
    deliver(event("said-" + number).put("text", text));
  }

  private void see(int number) {
    switch (wishes.get(number - 1)) {
      case SAY -> await(answer(number + ":said"), number + ":said");
      case LOOK, RETRY, LOOKUP -> await(answer(number + ":done"), number + ":done");
      case HUMAN -> {
        Shown first = await(answer(number + ":(done|unclear)"), number + ":done or unclear");
        if (!first.text().contains(number + ":unclear")) return;
        Pause.until(() -> decide(number), "a decision about " + slot(number));
        await(answer("late .*:(done|refused)"), "what a person decided");
      }
      case APPROVE -> {
        Shown question = await(isQuestion(number), "a question about " + number);
        if (question.question().isEmpty()) {
          neverAsked.add(number);
          return;
        }
        press(number, question);
        await(answer("late " + number + ":done"), "late " + number + ":done");
      }
    }
  }

  private void press(int number, Shown question) {
    deliver(event("pressed-" + number).put("question", question.question()));
    if (random.nextInt(3) > 0) return;
    deliver(event("pressed-again-" + number).put("question", question.question()));
  }

  private static Predicate<Shown> answer(String words) {
    Pattern pattern = Pattern.compile("(^| )" + words);
    return shown -> pattern.matcher(shown.text()).find();
  }

  private Predicate<Shown> isQuestion(int number) {
    return shown -> shown.text().startsWith("Book " + slot(number) + " ");
  }

  private Shown await(Predicate<Shown> which, String what) {
    var seen = new AtomicReference<Optional<Shown>>(Optional.empty());
    Pause.until(
        () -> {
          seen.set(find(which));
          return seen.get().isPresent();
        },
        what + " in " + conversation);
    return seen.get().orElseThrow();
  }

  private Optional<Shown> find(Predicate<Shown> which) {
    Optional<Shown> shown = counted.messages(conversation).stream().filter(which).findFirst();
    if (shown.isPresent() || !conversation.startsWith(Pushing.NONE + ":")) return shown;
    return undelivered().filter(which).findFirst();
  }

  /// Without a question, as nobody can press a button that may never have been seen.
  private Stream<Shown> undelivered() {
    try {
      JsonNode answer = desk.get().post("/undelivered", event("")).body();
      return answer.path("texts").valueStream().map(text -> new Shown(text.asString(""), ""));
    } catch (UncheckedIOException e) {
      return Stream.empty(); // there is no desk now
    }
  }

  /// A person asks the provider, and says what is true.
  private boolean decide(int number) {
    boolean happened = counted.actsOnSlot(slot(number)) > 0;
    ObjectNode decision =
        Jsons.object().put("conversation", conversation).put("happened", happened);
    return isTaken("/decide", decision);
  }

  private ObjectNode event(String name) {
    return Jsons.object().put("id", conversation + ":" + name).put("conversation", conversation);
  }

  private void deliver(ObjectNode event) {
    ObjectNode signed = Webhook.signed(event);
    Pause.until(() -> isTaken("/event", signed), "an acceptance in " + conversation);
    synchronized (this) {
      accepted.add(event.path("id").asString(""));
    }
    if (random.nextInt(4) == 0) isTaken("/event", signed);
  }

  private boolean isTaken(String path, ObjectNode body) {
    try {
      return desk.get().post(path, body).status() == 200;
    } catch (UncheckedIOException e) {
      return false; // there is no desk now
    }
  }
}
