package frontdesk.server.proof;

import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.CutBody;
import frontdesk.sandbox.Effect;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import java.io.EOFException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// The calendar's provider, one for all servers, and the wire to it. A request that is on its way
/// arrives although the server that sent it is dead, or waits no more; an answer may be lost after
/// the deed, cut, or an error; and for a while there may be no provider at all.
final class Provider {
  private static final int BYTES_MAX = 1 << 20;
  private static final List<Integer> AWAY_SECONDS = List.of(10, 60, 180);

  private final Simulation simulation;
  private final Node node;
  private final CalCom calcom;
  private final Weather weather;
  private final Chronicle chronicle;
  private final Chance chance;
  private final List<Deed> deeds = new ArrayList<>();
  private int lost;
  private int away;
  private Deadline awayUntil = new Deadline(0);

  Provider(Stage stage) {
    this.simulation = stage.simulation();
    this.node = simulation.node("provider");
    this.calcom = new CalCom(node.clock(), onlyDigits(stage.seed()), ZoneOffset.UTC);
    this.weather = stage.weather();
    this.chronicle = stage.chronicle();
    this.chance = simulation.chance().named("provider");
  }

  /// For uids that never look like a customer's word.
  private static RandomGenerator onlyDigits(long seed) {
    var random = new SplittableRandom(seed);
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return random.nextLong();
      }

      @Override
      public int nextInt(int bound) {
        return random.nextInt(Math.min(9, bound));
      }
    };
  }

  /// What a server reaches it by.
  HttpHandler from(Node server) {
    return request -> ask(request, server);
  }

  List<Deed> deeds() {
    return List.copyOf(deeds);
  }

  List<Effect> effects() {
    return calcom.effects();
  }

  /// How often its answer to an act was lost, and how often it was away.
  Map<String, Integer> troubles() {
    return Map.of("lost answers of the provider", lost, "provider away", away);
  }

  private Response ask(Request request, Node server) {
    byte[] body = request.body().bytes(BYTES_MAX);
    var mailbox = new Mailbox<Supplier<Response>>(server.threads().signal());
    // Without a yield: between a tool's last look at the time and its request there is none.
    node.begin("call", () -> carry(with(request, body), mailbox));
    if (isAct(request)) simulation.step(Weather.CALLED);
    if (weather.strikesWire()) {
      node.begin("call", () -> carry(with(request, body), mailbox));
    }
    Supplier<Response> answer =
        mailbox
            .await(request.deadline())
            .orElseThrow(() -> new UncheckedIOException(new SocketTimeoutException("no answer")));
    if (isAct(request)) simulation.step(Weather.CALLED);
    return answer.get();
  }

  private static Request with(Request request, byte[] body) {
    return new Request(
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        Body.of(body),
        request.remote(),
        request.deadline());
  }

  private void carry(Request request, Mailbox<Supplier<Response>> mailbox) {
    node.threads().sleep(weather.delay());
    if (weather.strikesWire()) {
      note(request, "is lost");
      if (chance.oneIn(2)) mailbox.put(Provider::broken);
      return;
    }
    if (!awayUntil.passed(node.threads())) {
      mailbox.put(() -> calcom.failure(503));
      return;
    }
    if (weather.strikesWire()) {
      int status = chance.pick(List.of(429, 500, 502));
      note(request, "is answered " + status + ", nothing done");
      mailbox.put(() -> calcom.failure(status));
      return;
    }
    Response response = calcom.answer(request).deed().get();
    byte[] body = response.body().bytes(BYTES_MAX);
    if (isAct(request)) done(request, response.status(), body);
    var answer = new Response(response.status(), response.headers(), Body.of(body));
    boolean loses = isAct(request) ? weather.losesOutcome() : weather.strikesWire();
    if (loses) lose(request, answer, body.length, mailbox);
    else {
      node.threads().sleep(weather.delay());
      mailbox.put(() -> answer);
    }
  }

  private void lose(
      Request request, Response answer, int length, Mailbox<Supplier<Response>> mailbox) {
    if (isAct(request)) lost++;
    note(request, "is done, the answer " + answer.status() + " is lost");
    if (isAct(request) && chance.oneIn(2)) {
      away++;
      var time = Duration.ofSeconds(chance.pick(AWAY_SECONDS));
      awayUntil = Deadline.in(time, node.threads());
      note(request, "was the last for " + time);
    }
    switch (chance.below(4)) {
      case 0 -> {}
      case 1 -> mailbox.put(Provider::broken);
      case 2 -> mailbox.put(() -> calcom.failure(500));
      default -> mailbox.put(() -> cut(answer, length));
    }
  }

  private static Response broken() {
    throw new UncheckedIOException(new EOFException("cut"));
  }

  private Response cut(Response answer, int length) {
    InputStream begun = new CutBody(answer.body().stream(), chance.below(Math.max(1, length)));
    return new Response(answer.status(), answer.headers(), Body.of(begun));
  }

  private void done(Request request, int status, byte[] body) {
    JsonNode answer = Jsons.parse(new String(body, StandardCharsets.UTF_8));
    note(request, "-> " + status);
    if (status / 100 != 2 || !request.path().contains("/bookings")) return;
    String[] path = request.path().split("/", -1);
    JsonNode data = answer.path("data");
    Deed.Kind kind =
        switch (path[path.length - 1]) {
          case "reschedule" -> Deed.Kind.MOVED;
          case "cancel" -> Deed.Kind.CANCELLED;
          default -> Deed.Kind.BOOKED;
        };
    var deed =
        new Deed(
            node.threads().nanos(),
            kind,
            data.path("uid").asString(""),
            kind == Deed.Kind.BOOKED ? "" : path[path.length - 2],
            Instant.parse(data.path("start").asString("")),
            data.path("attendees").path(0).path("email").asString(""),
            data.path("metadata").path("idem").asString(""));
    deeds.add(deed);
    chronicle.add("provider", deed.toString());
  }

  private static boolean isAct(Request request) {
    return request.method().equals("POST");
  }

  private void note(Request request, String what) {
    chronicle.add("provider", request.method() + " " + request.path() + " " + what);
  }
}
