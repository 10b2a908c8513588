package frontdesk.adapters.calcom;

import frontdesk.agent.Limits;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.Hold;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.function.BiFunction;

/// Reserves the time of a meeting while the customer decides, for as long as a preview stands.
/// Others are not offered it then. Who books it has it, and the reservation is gone by that.
final class SlotHold {
  private static final int MINUTES = Math.toIntExact(Limits.PREVIEW_STANDS.toMinutes());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Json ANYTHING = new Json("{\"type\":\"object\"}");

  private final Calendar calendar;

  private SlotHold(Calendar calendar) {
    this.calendar = calendar;
  }

  static Hold of(Calendar calendar) {
    var hold = new SlotHold(calendar);
    return new Hold(
        new Part("hold_slot", "Reserves a time that is shown for approval.", hold::take),
        new Part("release_slot", "Gives a reserved time back.", hold::giveBack));
  }

  /// @param bound what the preview of a booking bound
  private Outcome take(ToolContext context, Json bound) {
    return Acting.attempt(
        () -> {
          Wanted wanted = Wanted.of(context, bound, calendar, Until.beforeActing(context));
          if (wanted.type().isNew()) {
            return new Outcome.Failed("meetings of this length are not made yet", false);
          }
          return context.maySend() ? taken(context, wanted) : Acting.NOT_SENT;
        });
  }

  private Outcome taken(ToolContext context, Wanted wanted) {
    var until = Until.of(context);
    Words words = Words.of(context.locale());
    try {
      String uid = calendar.slots().hold(wanted.need(), wanted.start(), MINUTES, until);
      return new Outcome.Done(
          Jsons.json(Jsons.object().put("hold", uid).put("text", words.held(MINUTES))));
    } catch (CalComException e) {
      return switch (e.kind()) {
        case TAKEN, OUT_OF_BOUNDS -> {
          var written = new Written(words.thai(), wanted.zone());
          var choice = new Choice(calendar, wanted.need(), words, written, until);
          yield choice.notFree(wanted.start()).outcome();
        }
        default -> came(e);
      };
    }
  }

  /// @param held what it was held with
  private Outcome giveBack(ToolContext context, Json held) {
    if (!context.maySend()) return Acting.NOT_SENT;
    try {
      calendar.slots().release(Jsons.parse(held).path("hold").asString(""), Until.of(context));
      return new Outcome.Done(Json.EMPTY);
    } catch (CalComException e) {
      return e.kind() == CalComException.Kind.NO_SUCH ? new Outcome.Done(Json.EMPTY) : came(e);
    }
  }

  private static Outcome came(CalComException e) {
    return switch (e.kind()) {
      case UNREACHED, THROTTLED -> new Outcome.NotSent(e.what());
      case UNCLEAR -> new Outcome.Unknown(e.what());
      case UNAUTHORISED, NO_SUCH, TAKEN, OUT_OF_BOUNDS, REFUSED -> e.failed();
    };
  }

  private record Part(ToolSpec spec, BiFunction<ToolContext, Json, Outcome> does) implements Tool {

    Part(String name, String description, BiFunction<ToolContext, Json, Outcome> does) {
      this(ToolSpec.act(name, description, ANYTHING, Recovery.EXPIRES, PATIENCE).unasked(), does);
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return does.apply(context, arguments);
    }
  }
}
