package frontdesk.server.meetings;

import java.time.Instant;
import java.util.List;

/// What a guest wants done, how it is seen to be done, and how often the provider did it.
enum Act {
  BOOK("booking", Provider.BOOK, "Book a meeting\n", "Your meeting is booked: "),
  MOVE(
      "reschedule",
      "POST /v2/bookings/*/reschedule",
      "Move a meeting: ",
      "Your meeting is moved: "),
  CANCEL(
      "cancel", "POST /v2/bookings/*/cancel", "Cancel a meeting: ", "Your meeting is cancelled: ");

  private final String effect;
  private final String request;
  private final String preview;
  private final String done;

  Act(String effect, String request, String preview, String done) {
    this.effect = effect;
    this.request = request;
    this.preview = preview;
    this.done = done;
  }

  /// As the provider counts it.
  String effect() {
    return effect;
  }

  /// Method and path.
  String request() {
    return request;
  }

  /// What the preview begins with.
  String preview() {
    return preview;
  }

  /// What the answer begins with once it was done.
  String done() {
    return done;
  }

  List<String> texts(Guest guest) {
    String wish =
        switch (this) {
          case BOOK -> guest.book();
          case MOVE -> guest.move();
          case CANCEL -> Guest.cancel();
        };
    return List.of(wish, "yes");
  }

  /// Where the guest's meeting stands afterwards.
  List<Instant> stands(Guest guest) {
    return switch (this) {
      case BOOK -> List.of(guest.start());
      case MOVE -> List.of(guest.movedStart());
      case CANCEL -> List.of();
    };
  }
}
