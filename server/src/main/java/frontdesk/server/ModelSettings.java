package frontdesk.server;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.adapters.openai.OpenAiSettings.Stream;
import frontdesk.http.Secret;
import frontdesk.json.InvalidSettings;
import frontdesk.model.provider.Prices;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which model answers, and how its provider is reached.
///
/// @param name `openai`, `openai:MODEL`, `rehearsal`, `guided` or `scripted:FILE`
/// @param fallback another of these, asked when the first fails
/// @param url root of the provider's API, such as `https://api.openai.com/v1`
/// @param stream when the provider is asked for its answers in pieces
/// @param tokensInFlight the most that requests and replies may take at one time
/// @param prices what tokens cost, where that is to be shown
public record ModelSettings(
    String name,
    Optional<String> fallback,
    URI url,
    Api api,
    Optional<Secret> key,
    Optional<String> organization,
    Optional<String> project,
    Stream stream,
    long tokensInFlight,
    Optional<Prices> prices) {
  public static final long TOKENS_IN_FLIGHT = 10_000_000;

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
  private static final String OPENAI = "https://api.openai.com/v1";

  /// What the environment says.
  ///
  /// @throws InvalidSettings with one line for each problem
  public static ModelSettings of(Environment environment) {
    var problems = new ArrayList<String>();
    Optional<String> key =
        header("OPENAI_API_KEY", environment, problems)
            .or(() -> header("OPENAPI_API_KEY", environment, problems));
    Optional<String> url = environment.get("OPENAI_BASE_URL");
    String otherwise = key.isPresent() || url.isPresent() ? Models.OPENAI : Models.REHEARSAL;
    var settings =
        new ModelSettings(
            environment.get("FRONTDESK_MODEL").orElse(otherwise),
            Optional.empty(),
            url(url.orElse(OPENAI), problems),
            api(environment.get("OPENAI_API").orElse("responses"), problems),
            key.map(Secret::new),
            header("OPENAI_ORG_ID", environment, problems),
            header("OPENAI_PROJECT_ID", environment, problems),
            Stream.WATCHED,
            TOKENS_IN_FLIGHT,
            Optional.empty());
    if (problems.isEmpty()) return settings;
    throw new InvalidSettings(problems);
  }

  /// The same with another model.
  public ModelSettings named(String other) {
    return new ModelSettings(
        other, fallback, url, api, key, organization, project, stream, tokensInFlight, prices);
  }

  /// The same with what a file says.
  ModelSettings with(
      Optional<String> otherFallback, Stream streams, long inFlight, Optional<Prices> costs) {
    return new ModelSettings(
        name, otherFallback, url, api, key, organization, project, streams, inFlight, costs);
  }

  /// Whether somebody set up a provider at all.
  boolean isReachable() {
    return key.isPresent() || !url.toString().equals(OPENAI);
  }

  /// What is sent as a header. Who read it from a file has its line break too.
  private static Optional<String> header(
      String name, Environment environment, List<String> problems) {
    Optional<String> value = environment.get(name).map(String::strip);
    if (value.filter(text -> !VISIBLE.matcher(text).matches()).isPresent()) {
      problems.add(name + ": has blanks or characters that cannot be sent, set it anew");
      return Optional.empty();
    }
    return value;
  }

  private static URI url(String text, List<String> problems) {
    try {
      URI url = URI.create(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      // A path is put behind it, which would end up in a query.
      boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
      if (http && bare && url.getHost() != null && url.getRawUserInfo() == null) return url;
    } catch (IllegalArgumentException e) {
      // Named below, without its text: there may be a password in it.
    }
    problems.add("OPENAI_BASE_URL: must be a URL such as " + OPENAI + ", without ? or #");
    return URI.create(OPENAI);
  }

  private static Api api(String text, List<String> problems) {
    for (Api api : Api.values()) {
      if (api.name().toLowerCase(Locale.ROOT).equals(text)) return api;
    }
    problems.add("OPENAI_API: must be responses or chat");
    return Api.RESPONSES;
  }
}
