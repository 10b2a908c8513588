package frontdesk.adapters.calcom;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Books a meeting. Bound by the preview: event type, length, start and zone.
final class BookMeeting implements WriteTool, LooksUp {
  private final ToolSpec spec = Specs.act("book_meeting");
  private final Calendar calendar;

  BookMeeting(Calendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  /// What is to be booked.
  private record Plan(EventType type, int minutes, Instant start, ZoneId zone) {

    Json bound() {
      return Jsons.json(
          Jsons.object()
              .put("event_type", type.id())
              .put("minutes", minutes)
              .put("start", start.toString())
              .put("zone", zone.getId()));
    }

    Instant end() {
      return start.plus(Duration.ofMinutes(minutes));
    }

    Slots.Need need() {
      return new Slots.Need(type, minutes, "");
    }
  }

  /// Who comes, and what about.
  private record Who(String name, String email, String topic) {

    static Who of(Given given) {
      return new Who(given.required("name"), given.email("email"), given.text("topic"));
    }
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    return Acting.preview(
        () -> {
          Words words = Words.of(context.locale());
          Plan plan = planned(context, arguments, Until.of(context));
          Who who = Who.of(new Given(arguments, words));
          String when = new Written(words.thai(), plan.zone()).span(plan.start(), plan.end());
          String title = who.topic().isEmpty() ? plan.type().title() : who.topic();
          String text = words.bookPreview(when, plan.minutes(), who.name(), who.email(), title);
          return new Previewing.Preview(text, plan.bound());
        });
  }

  private Plan planned(ToolContext context, Json arguments, Until until) {
    Words words = Words.of(context.locale());
    var given = new Given(arguments, words);
    ZoneId zone = given.zone(context.zone());
    EventTypes.Kind kind = calendar.types().bookable(given.minutes(), words, until);
    var need = new Slots.Need(kind.type(), kind.minutes(), "");
    var choice = new Choice(calendar, need, words, new Written(words.thai(), zone), until);
    Instant start = choice.start(given.requiredDate(), given.requiredTime());
    return new Plan(kind.type(), kind.minutes(), start, zone);
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return Acting.attempt(() -> booked(context, arguments, Until.beforeActing(context)));
  }

  private Outcome booked(ToolContext context, Json arguments, Until before) {
    Words words = Words.of(context.locale());
    Who who = Who.of(new Given(arguments, words));
    Plan plan = made(approved(context, arguments, before), before);
    if (!choice(context, plan, before).isFree(plan.start())) {
      return instead(context, find(context, plan), plan);
    }
    if (!context.maySend()) return Acting.NOT_SENT;
    var until = Until.of(context);
    return Acting.send(
        () -> done(context, plan.zone(), calendar.bookings().book(wish(context, plan, who), until)),
        () -> find(context, plan),
        refused -> refused(context, plan, refused));
  }

  /// What the customer approved, if it can still be had.
  private Plan approved(ToolContext context, Json arguments, Until until) {
    JsonNode bound = Jsons.parse(context.bound());
    if (!bound.isObject()) return planned(context, arguments, until);
    int minutes = bound.path("minutes").asInt(0);
    return type(bound.path("event_type").asInt(0), minutes, until)
        .map(type -> new Plan(type, minutes, start(bound), zone(bound)))
        .orElseThrow(() -> new Declined(new Outcome.Refused(Words.of(context.locale()).changed())));
  }

  private Optional<EventType> type(int id, int minutes, Until until) {
    if (id == 0) return Optional.of(EventType.toBeMade(minutes));
    return calendar
        .types()
        .byId(id, until)
        .filter(type -> type.offered() && type.lengths().contains(minutes));
  }

  private static Instant start(JsonNode bound) {
    return Instant.parse(bound.path("start").asString(""));
  }

  private static ZoneId zone(JsonNode bound) {
    return ZoneId.of(bound.path("zone").asString(""));
  }

  private Plan made(Plan plan, Until until) {
    if (!plan.type().isNew()) return plan;
    EventType type = calendar.types().made(plan.minutes(), until);
    return new Plan(type, plan.minutes(), plan.start(), plan.zone());
  }

  private static Bookings.Wish wish(ToolContext context, Plan plan, Who who) {
    return new Bookings.Wish(
        plan.type(),
        plan.minutes(),
        plan.start(),
        new Written(false, plan.zone()).iana(),
        Words.of(context.locale()).locale(),
        who.name(),
        who.email(),
        who.topic(),
        context.key().value(),
        Scope.of(context).mark());
  }

  private static Outcome.Done done(ToolContext context, ZoneId zone, Booking booking) {
    Words words = Words.of(context.locale());
    var meeting = new Meeting(booking, new Written(words.thai(), zone));
    String title = booking.called();
    String when = meeting.when();
    if (booking.isOff()) return meeting.done(words.bookedAndOff(title, when));
    return booking.status().equals("pending")
        ? meeting.done(words.requested(title, when, booking.email()))
        : meeting.done(words.booked(title, when, booking.email()));
  }

  private Outcome refused(ToolContext context, Plan plan, CalComException refused) {
    return switch (refused.kind()) {
      case TAKEN, OUT_OF_BOUNDS -> notFree(context, plan);
      case NO_SUCH -> {
        calendar.types().forget();
        yield new Outcome.Refused(Words.of(context.locale()).changed());
      }
      case UNREACHED, THROTTLED, UNAUTHORISED, REFUSED, UNCLEAR -> refused.failed();
    };
  }

  /// The time is not free: unless it is this act that has it, something else is offered.
  private Outcome instead(ToolContext context, Found found, Plan plan) {
    return switch (found) {
      case Found.Applied(var outcome) -> outcome;
      case Found.CannotTell(var why) -> new Outcome.NotSent(why);
      case Found.NotApplied _ -> notFree(context, plan);
    };
  }

  private Outcome notFree(ToolContext context, Plan plan) {
    return choice(context, plan, Until.of(context)).notFree(plan.start()).outcome();
  }

  private Choice choice(ToolContext context, Plan plan, Until until) {
    Words words = Words.of(context.locale());
    var written = new Written(words.thai(), plan.zone());
    return new Choice(calendar, plan.need(), words, written, until);
  }

  @Override
  public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
    JsonNode bound = Jsons.parse(context.bound());
    if (!bound.isObject()) return new Found.CannotTell("nobody knows when it was to be");
    int minutes = bound.path("minutes").asInt(0);
    return find(context, new Plan(EventType.toBeMade(minutes), minutes, start(bound), zone(bound)));
  }

  /// Looks through all that lies at the time. Not by the address: the provider may write it
  /// otherwise than it was given.
  private Found find(ToolContext context, Plan plan) {
    return Acting.find(
        () -> {
          var at = calendar.bookings().between(plan.start(), plan.end(), Until.of(context));
          Scope scope = Scope.of(context);
          return at.stream()
              .filter(booking -> booking.idem().equals(context.key().value()))
              .filter(booking -> booking.start().equals(plan.start()) && scope.has(booking))
              .findFirst()
              .<Found>map(booking -> new Found.Applied(done(context, plan.zone(), booking)))
              .orElseGet(Found.NotApplied::new);
        });
  }
}
