package frontdesk.sandbox.openai;

import static java.util.stream.Collectors.toUnmodifiableSet;

import frontdesk.conversation.Json;
import frontdesk.http.Body;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidJson;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.json.Yaml;
import frontdesk.sandbox.Answer;
import frontdesk.sandbox.Effect;
import frontdesk.sandbox.Effects;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.StandIn;
import frontdesk.sandbox.WrongControl;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The stand-in for OpenAI: Responses, Chat Completions and models. It says what its script says,
/// and refuses what the provider refuses. No key is needed; any that comes is right but those that
/// say that they are `wrong`, `bad` or `invalid`.
public final class OpenAi implements StandIn {
  private static final int BODY_MAX = 16 * 1024 * 1024;
  private static final String BEARER = "Bearer ";
  private static final Pattern WRONG =
      Pattern.compile("wrong|bad|invalid", Pattern.CASE_INSENSITIVE);

  private final Given given = new Given();
  private final Effects effects = new Effects();
  private final Requests requests = new Requests();
  private final Answering answering;
  private volatile Play play = Play.NONE;
  private volatile Set<String> unknown = Set.of();

  /// Says what it is until it has a script.
  ///
  /// @param random decides ids and where texts and bytes are cut
  public OpenAi(InstantSource clock, RandomGenerator random) {
    this.answering = new Answering(given, effects, requests, clock, random);
  }

  /// Says from now on what a script says: YAML or JSON, each turn with an optional `wire`.
  ///
  /// @throws InvalidSettings with one line for each problem
  public void script(String yaml) {
    var problems = new ArrayList<String>();
    try {
      Play read = Play.of(Yaml.parse(yaml), problems);
      if (problems.isEmpty()) play = read;
    } catch (InvalidJson e) {
      problems.add("the script is " + e.getMessage());
    }
    if (!problems.isEmpty()) throw new InvalidSettings(problems);
  }

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public Answer answer(Request request) {
    String path = request.path().startsWith("/v1/") ? request.path().substring(3) : request.path();
    try {
      authorised(request);
      return switch (request.method() + " " + path) {
        case "POST /responses" -> asked(Asked.Api.RESPONSES, request);
        case "POST /chat/completions" -> asked(Asked.Api.CHAT, request);
        case "GET /models" -> Answer.of(Catalogue::all);
        default -> elsewhere(request, path);
      };
    } catch (Refused e) {
      return Answer.of(e.failure()::response);
    }
  }

  private static Answer elsewhere(Request request, String path) {
    if (request.method().equals("GET") && path.startsWith("/models/")) {
      Response model = Catalogue.one(path.substring("/models/".length()));
      return Answer.of(() -> model);
    }
    String message = "Invalid URL (" + request.method() + " " + request.path() + ")";
    throw new Refused(new Failure(404, Failure.INVALID, "", "", message));
  }

  private static void authorised(Request request) {
    // None at all is fine, as at compatible servers: so a client may know nothing but the address.
    if (request.headers().all("Authorization").isEmpty()) return;
    String header = request.headers().only("Authorization").orElse("");
    String key = header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
    if (key.isEmpty()) {
      String message = "You didn't provide an API key. Send Authorization: Bearer sk-sandbox.";
      throw new Refused(new Failure(401, Failure.INVALID, "invalid_api_key", "", message));
    }
    if (WRONG.matcher(key).find()) {
      String message = "Incorrect API key provided: ***. Send sk-sandbox.";
      throw new Refused(new Failure(401, Failure.INVALID, "invalid_api_key", "", message));
    }
  }

  private Answer asked(Asked.Api api, Request request) {
    String endpoint = request.method() + " " + request.path();
    ObjectNode body = Jsons.object();
    try {
      body = body(request);
      new Fields("", body).without(unknown);
      Asked asked =
          api == Asked.Api.CHAT ? ChatBody.read(body) : new ResponsesBody(given).read(body);
      return answering.answer(endpoint, asked, play.next(asked));
    } catch (Refused e) {
      answering.refused(endpoint, body, e.failure());
      throw e;
    }
  }

  private static ObjectNode body(Request request) {
    try {
      byte[] bytes = request.body().bytes(BODY_MAX);
      return Jsons.parseObject(new String(bytes, StandardCharsets.UTF_8));
    } catch (InvalidJson e) {
      throw Refused.invalid(
          "", "", "We could not parse the JSON body of your request: " + e.getMessage() + ".");
    } catch (Body.TooLarge e) {
      String message = "The request body is too large.";
      throw new Refused(new Failure(413, Failure.INVALID, "", "", message));
    }
  }

  @Override
  public Response failure(int status) {
    return Failures.of(status);
  }

  @Override
  public Optional<Response> failure(String name) {
    return Failures.named(name);
  }

  @Override
  public SortedSet<String> failures() {
    return Failures.names();
  }

  @Override
  public Optional<Response> control(String name, Request request) {
    return switch (name) {
      case "script" -> Optional.of(script(request));
      case "unknown" -> Optional.of(unknown(request));
      default -> Optional.empty();
    };
  }

  /// What it does not know from now on, as servers that are compatible as far as they go.
  private Response unknown(Request request) {
    JsonNode list = Sandbox.json("unknown", request);
    if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
      throw new WrongControl("unknown: must be a list of parameters' names");
    }
    unknown = list.valueStream().map(JsonNode::asString).collect(toUnmodifiableSet());
    return Response.json(200, Jsons.json(Jsons.object().put("unknown", unknown.size())));
  }

  private Response script(Request request) {
    JsonNode list = Sandbox.json("script", request);
    var problems = new ArrayList<String>();
    Play read = list.isArray() && list.isEmpty() ? Play.NONE : Play.of(list, problems);
    if (!problems.isEmpty()) throw new WrongControl(problems.getFirst());
    play = read;
    Json turns = Jsons.json(Jsons.object().put("turns", read.cues().size()));
    return Response.json(200, turns);
  }

  @Override
  public String page() {
    return RequestsPage.html(requests.all());
  }

  @Override
  public List<Effect> effects() {
    return effects.all();
  }

  @Override
  public void reset() {
    play = Play.NONE;
    unknown = Set.of();
    given.reset();
    effects.reset();
    requests.reset();
    answering.reset();
  }
}
