package frontdesk.sandbox.calcom;

import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.Answer;
import frontdesk.sandbox.Effect;
import frontdesk.sandbox.Effects;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.StandIn;
import frontdesk.sandbox.WrongControl;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// The stand-in for cal.com: one host, open from 9 to 18 every day, with event types of 15, 30 and
/// 60 minutes. It keeps what is booked, and refuses what the provider refuses. The key is
/// `cal_demo`.
public final class CalCom implements StandIn {
  private final InstantSource clock;
  private final Host host;
  private final Effects effects = new Effects();
  private final Requests requests = new Requests();
  private final RateLimit limit = new RateLimit();
  private final EventTypes types = new EventTypes(effects);
  private final Reservations reservations;
  private final Diary diary;
  private final SlotsApi slotsApi;
  private final BookingsApi bookingsApi;
  // Held while anything above is read or changed: two bookings of one slot never both succeed.
  private final Object turn = new Object();

  /// Nothing is booked yet.
  ///
  /// @param zone of the host and of its opening hours
  /// @param random decides uids
  public CalCom(InstantSource clock, RandomGenerator random, ZoneId zone) {
    this.clock = clock;
    this.host = new Host(zone);
    var hours = new OpeningHours(zone);
    var uids = new Uids(random);
    this.reservations = new Reservations(uids);
    this.diary = new Diary(hours, uids, reservations);
    this.slotsApi = new SlotsApi(types, hours, diary, reservations, effects);
    this.bookingsApi = new BookingsApi(types, diary, effects, host);
  }

  @Override
  public String name() {
    return "calcom";
  }

  @Override
  public Answer answer(Request request) {
    return Answer.of(() -> answered(request));
  }

  private Response answered(Request request) {
    Instant now = clock.instant();
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    String path = request.path() + query;
    Response response;
    String why = "";
    try {
      limit.take(now);
      response = done(Call.read(request), now).response();
    } catch (Refused e) {
      why = e.failure().message();
      response = e.failure().response(now, path);
    }
    String version = request.headers().only("cal-api-version").orElse("");
    requests.add(now, request.method() + " " + path, version, response.status(), why);
    return limit.told(response, now);
  }

  private Reply done(Call call, Instant now) {
    synchronized (turn) {
      return switch (call.pattern()) {
        case "GET /v2/me" -> me(call);
        case "GET /v2/event-types" -> types.list(call);
        case "POST /v2/event-types" -> types.create(call);
        case "GET /v2/slots" -> slotsApi.list(call, now);
        case "POST /v2/slots/reservations" -> slotsApi.reserve(call, now);
        case "GET /v2/slots/reservations/*" -> slotsApi.find(call, now);
        case "PATCH /v2/slots/reservations/*" -> slotsApi.change(call, now);
        case "DELETE /v2/slots/reservations/*" -> slotsApi.release(call, now);
        case "GET /v2/bookings" -> bookingsApi.list(call, now);
        case "POST /v2/bookings" -> bookingsApi.book(call, now);
        case "GET /v2/bookings/*" -> bookingsApi.find(call);
        case "POST /v2/bookings/*/reschedule" -> bookingsApi.move(call, now);
        case "POST /v2/bookings/*/cancel" -> bookingsApi.cancel(call, now);
        default ->
            throw new Refused(
                404, "Cannot " + call.method() + " /" + String.join("/", call.segments()));
      };
    }
  }

  private Reply me(Call call) {
    call.needsKey();
    return Reply.ok(host.me());
  }

  @Override
  public Response failure(int status) {
    Instant now = clock.instant();
    return limit.told(Failures.of(status, now), now);
  }

  @Override
  public Optional<Response> failure(String name) {
    Instant now = clock.instant();
    return Failures.named(name, now).map(response -> limit.told(response, now));
  }

  @Override
  public SortedSet<String> failures() {
    return Failures.names();
  }

  @Override
  public Optional<Response> control(String name, Request request) {
    return name.equals("limit") ? Optional.of(limit(request)) : Optional.empty();
  }

  private Response limit(Request request) {
    JsonNode wanted = Sandbox.json("limit", request).path("requests_per_minute");
    boolean fits =
        wanted.isIntegralNumber()
            && wanted.canConvertToInt()
            && wanted.asInt() >= 0
            && wanted.asInt() <= RateLimit.PER_MINUTE_MAX;
    if (!fits) {
      throw new WrongControl(
          "limit.requests_per_minute: must be a whole number from 0 (none) to "
              + RateLimit.PER_MINUTE_MAX);
    }
    limit.set(wanted.asInt());
    return Response.json(
        200, Jsons.json(Jsons.object().put("requests_per_minute", wanted.asInt())));
  }

  @Override
  public String page() {
    Instant now = clock.instant();
    synchronized (turn) {
      return new CalendarPage(host.zone(), now)
          .html(types.all(), diary.all(), reservations.all(now), requests.all());
    }
  }

  @Override
  public List<Effect> effects() {
    return effects.all();
  }

  @Override
  public void reset() {
    synchronized (turn) {
      types.reset();
      diary.reset();
      reservations.reset();
    }
    limit.set(0);
    effects.reset();
    requests.reset();
  }
}
