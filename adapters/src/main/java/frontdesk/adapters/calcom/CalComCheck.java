package frontdesk.adapters.calcom;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.HttpHandler;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/// Asks cal.com whose key it is, for checks before anything goes wrong.
public final class CalComCheck {
  private final Client client;
  private final Threads threads;

  /// Of the account.
  ///
  /// @param client the provider's server, with the path of {@link CalComSettings#url}
  public CalComCheck(
      CalComSettings settings, HttpHandler client, InstantSource clock, Threads threads) {
    this.client = new Client(client, settings.key(), clock);
    this.threads = threads;
  }

  /// What came of it.
  public sealed interface Known {
    /// The key is taken.
    ///
    /// @param username whose calendar it is
    /// @param zone of that account
    record Account(String username, String zone) implements Known {}

    /// The key is not taken: `CALCOM_API_KEY` is wrong, or of another server than `CALCOM_URL`.
    record Unauthorised() implements Known {}

    /// Nobody answers at `CALCOM_URL`.
    record NoAnswer() implements Known {}

    /// The server answers, but not as cal.com does. For operators.
    record CannotTell(String why) implements Known {}
  }

  public Known find(Deadline deadline) {
    try {
      JsonNode data =
          client.get(Group.ME, "", Query.NONE, new Until(deadline, threads)).path("data");
      var account = new Shape("cal.com, the account", data);
      return new Known.Account(account.text("username"), account.text("timeZone"));
    } catch (CalComException e) {
      return switch (e.kind()) {
        case UNAUTHORISED -> new Known.Unauthorised();
        case UNREACHED -> new Known.NoAnswer();
        case UNCLEAR ->
            e.status() == 0 && e.again().isPresent()
                ? new Known.NoAnswer()
                : new Known.CannotTell(e.what());
        case THROTTLED, NO_SUCH, TAKEN, OUT_OF_BOUNDS, REFUSED -> new Known.CannotTell(e.what());
      };
    }
  }
}
