package frontdesk.server.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.json.Jsons;
import frontdesk.server.Api;
import frontdesk.server.Api.Answer;
import frontdesk.server.killed.Pause;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// One customer of a desk that may die at any time: each request is sent with its
/// `Idempotency-Key` until it is answered, to whatever desk there is.
final class Customer {
  private static final String BODY = Jsons.json(Jsons.object().put("function", "meetings")).text();

  private final Guest guest;
  private final AtomicInteger port;
  private final List<String> said = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  /// @param port of the desk there is now; 0 while there is none
  Customer(Guest guest, AtomicInteger port) {
    this.guest = guest;
    this.port = port;
  }

  Guest guest() {
    return guest;
  }

  /// Its id for the API, which a key makes known before it is made.
  String id() {
    return UUID.nameUUIDFromBytes(("local/" + key()).getBytes(UTF_8)).toString();
  }

  String conversation() {
    return "rest:local:" + id();
  }

  synchronized List<String> said() {
    return List.copyOf(said);
  }

  synchronized List<String> answers() {
    return List.copyOf(answers);
  }

  /// Says one after the other, each once the one before was answered.
  void talk(List<String> texts) {
    String made = answered(201, api -> api.create(BODY, "Idempotency-Key", key()));
    if (!Jsons.parse(made).path("conversation_id").asString("").equals(id())) {
      throw new AssertionError("Another conversation: " + made);
    }
    for (String text : texts) {
      String key = key() + "-" + said().size();
      String answer = answered(200, api -> api.sayOnce(id(), text, key));
      synchronized (this) {
        said.add(text);
        answers.add(Jsons.parse(answer).path("bot_message").asString(""));
      }
    }
  }

  private String key() {
    return "guest-" + guest.number();
  }

  private interface Sends {
    Answer to(Api api);
  }

  private String answered(int status, Sends request) {
    var answer = new AtomicReference<>("");
    Pause.until(() -> isAnswered(status, request, answer), "an answer for guest " + guest);
    return answer.get();
  }

  private boolean isAnswered(int status, Sends request, AtomicReference<String> text) {
    int at = port.get();
    if (at == 0) return false;
    Supplier<Answer> send = () -> request.to(Api.at(at));
    try {
      Answer answer = send.get();
      text.set(answer.text());
      if (answer.status() == status) return true;
      if (answer.status() == 503) return false;
      throw new AssertionError(guest + ": " + answer.status() + " " + answer.text());
    } catch (UncheckedIOException e) {
      return false; // the desk died
    }
  }
}
