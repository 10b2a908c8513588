package frontdesk.server;

import frontdesk.adapters.calcom.CalComCheck;
import frontdesk.adapters.calcom.CalComSettings;
import frontdesk.adapters.calcom.CalComTools;
import frontdesk.agent.Toolset;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.engine.Deadline;
import frontdesk.http.Secret;
import frontdesk.json.InvalidSettings;
import frontdesk.tool.Tool;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The remote systems behind the tools of agents.
///
/// @param calcom how cal.com is spoken to, where somebody set it up; asked for when the first agent
///     needs it
public record Remotes(Supplier<Optional<CalComSettings>> calcom) {
  /// None at all.
  public static final Remotes NONE = new Remotes(Optional::empty);

  private static final String KEY = "CALCOM_API_KEY";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration CHECK = Duration.ofSeconds(10);

  /// What the environment says.
  ///
  /// @param createEventTypes whether a length that the account does not offer is made
  /// @param holdSlots whether a time is reserved while the customer decides
  /// @param problems gets one line for each problem
  static Remotes of(
      Environment environment, boolean createEventTypes, boolean holdSlots, List<String> problems) {
    Optional<String> key = environment.get(KEY).map(String::strip);
    if (key.isEmpty()) return NONE;
    try {
      URI url = environment.get("CALCOM_URL").map(Remotes::url).orElse(CalComSettings.DEFAULT_URL);
      var settings = new CalComSettings(url, new Secret(key.get()), createEventTypes, holdSlots);
      return new Remotes(() -> Optional.of(settings));
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
      return NONE;
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return NONE;
    }
  }

  /// What `CALCOM_URL` names.
  ///
  /// @throws InvalidSettings it is no URL
  public static URI url(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw wrong("CALCOM_URL: must be a URL such as https://api.cal.com");
    }
  }

  /// The tools that agents may name.
  public Toolset tools(Edge edge) {
    var tools = new ArrayList<Tool>();
    return name -> {
      if (!CalComTools.NAMES.contains(name)) {
        throw wrong("there is no tool '" + name + "'; name one of " + CalComTools.NAMES);
      }
      if (tools.isEmpty()) {
        CalComSettings settings =
            calcom
                .get()
                .orElseThrow(() -> wrong(KEY + " is not set; the tool " + name + " needs it"));
        tools.addAll(CalComTools.of(settings, client(settings), edge.clock()));
      }
      return tools.stream().filter(t -> t.spec().name().equals(name)).findFirst().orElseThrow();
    };
  }

  /// What is well about cal.com; empty where nobody set it up.
  ///
  /// @throws InvalidSettings what is wrong, and what to do
  public Optional<String> check(Edge edge) {
    return calcom.get().map(settings -> check(settings, edge));
  }

  private static String check(CalComSettings settings, Edge edge) {
    try (var client = client(settings)) {
      var check = new CalComCheck(settings, client, edge.clock(), edge.threads());
      String at = " at " + settings.url();
      return switch (check.find(Deadline.in(CHECK, edge.threads()))) {
        case CalComCheck.Known.Account(var name, var zone) ->
            "the calendar of " + name + at + ", in " + zone;
        case CalComCheck.Known.Unauthorised() ->
            throw wrong(KEY + " is refused" + at + ", set another");
        case CalComCheck.Known.NoAnswer() ->
            throw wrong("nobody answers" + at + ", mend CALCOM_URL or start what should");
        case CalComCheck.Known.CannotTell(var why) ->
            throw wrong("no cal.com answers" + at + ": " + why);
      };
    }
  }

  private static RemoteHttp client(CalComSettings settings) {
    return RemoteHttp.client(settings.url(), CONNECT, ANSWER, ANSWER);
  }

  private static InvalidSettings wrong(String problem) {
    return new InvalidSettings(List.of(problem));
  }
}
