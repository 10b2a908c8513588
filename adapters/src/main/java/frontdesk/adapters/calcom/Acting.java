package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;
import frontdesk.tool.LooksUp.Found;
import frontdesk.tool.WriteTool.Previewing;
import java.util.function.Function;
import java.util.function.Supplier;

/// What came of it, for each of the three tools that act.
final class Acting {
  static final Outcome NOT_SENT = new Outcome.NotSent("its time was over before it was sent");

  private Acting() {}

  static Previewing preview(Supplier<Previewing.Preview> preview) {
    try {
      return preview.get();
    } catch (Declined e) {
      return new Previewing.Not(e.outcome());
    } catch (CalComException e) {
      return new Previewing.Not(e.failed());
    }
  }

  /// An attempt up to its request; what fails so far has changed nothing.
  static Outcome attempt(Supplier<Outcome> attempt) {
    try {
      return attempt.get();
    } catch (Declined e) {
      return e.outcome();
    } catch (CalComException e) {
      return e.beforeActing();
    }
  }

  /// The request itself. A refusal is believed only after the provider was asked whether it was
  /// done all the same: it is known to refuse what it has just booked.
  ///
  /// @param refused what is said of a refusal
  static Outcome send(
      Supplier<Outcome> request, Supplier<Found> find, Function<CalComException, Outcome> refused) {
    try {
      return request.get();
    } catch (CalComException e) {
      return switch (e.kind()) {
        case UNREACHED, THROTTLED -> new Outcome.NotSent(e.what());
        case UNAUTHORISED -> e.failed();
        case UNCLEAR -> new Outcome.Unknown(e.what());
        case NO_SUCH, TAKEN, OUT_OF_BOUNDS, REFUSED ->
            switch (find.get()) {
              case Found.Applied(var outcome) -> outcome;
              case Found.CannotTell(var why) -> new Outcome.Unknown(why);
              case Found.NotApplied _ -> refused.apply(e);
            };
      };
    }
  }

  /// What is said of a refusal when something else could be had, or not.
  static Outcome taken(CalComException e, Supplier<Declined> instead) {
    boolean time =
        e.kind() == CalComException.Kind.TAKEN || e.kind() == CalComException.Kind.OUT_OF_BOUNDS;
    if (!time) return e.failed();
    return instead.get().outcome();
  }

  static Found find(Supplier<Found> find) {
    try {
      return find.get();
    } catch (Declined e) {
      return new Found.CannotTell("the meeting cannot be found");
    } catch (CalComException e) {
      return new Found.CannotTell(e.what());
    }
  }
}
