package frontdesk.server.proof;

import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A program that calls the API as it should be called: it times out, waits as long as it is told
/// to, and asks again under the same key, now this server, now that.
record Client(
    Fleet fleet, Wire wire, Threads street, Ledger ledger, Chronicle chronicle, Chance chance) {
  static final int PATIENT = 150;
  private static final List<Integer> PATIENCE_SECONDS = List.of(2, 8, 8, 30, 70);

  /// The answer, if one of so many attempts gets one that is final.
  Optional<Answer> ask(Call call, int attemptsMax) {
    for (int attempt = 1; attempt <= attemptsMax; attempt++) {
      Optional<Answer> answer = ask(call, fleet.any(), attempt);
      if (answer.filter(a -> !a.mayComeLater()).isPresent()) return answer;
      Duration told = answer.map(Answer::retryAfter).orElse(Duration.ZERO);
      street.sleep(told.plusMillis(100 + chance.below(1_500)));
    }
    if (attemptsMax == PATIENT) {
      ledger.violated("I7", call + ": no answer to " + PATIENT + " requests");
    }
    return Optional.empty();
  }

  private Optional<Answer> ask(Call call, Server server, int attempt) {
    long sent = street.nanos();
    ledger.sent(call, attempt, sent);
    String again = attempt == 1 ? "" : " (" + attempt + ")";
    chronicle.add(server.toString(), "<- " + call + again);
    var patience = Duration.ofSeconds(chance.pick(PATIENCE_SECONDS));
    Optional<Answer> answer = wire.ask(call, server, patience);
    answer.ifPresent(a -> ledger.answered(call, a, sent, street.nanos()));
    String came = answer.map(Answer::toString).orElse("nothing for " + patience);
    chronicle.add(server.toString(), "-> " + call + again + ": " + came);
    return answer;
  }
}
