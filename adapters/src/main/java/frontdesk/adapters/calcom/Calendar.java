package frontdesk.adapters.calcom;

import frontdesk.conversation.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// All that the tools ask.
record Calendar(Bookings bookings, Slots slots, EventTypes types, InstantSource clock) {
  private static final int MOVES_MAX = 10;

  /// The meeting that a customer means: what a uid names, or what took its place since.
  ///
  /// @throws Declined it is none of theirs, or there is none: no difference shows
  Booking meant(String uid, Scope scope, Words words, Until until) {
    Booking booking = own(uid, scope, words, until);
    for (int i = 0; i < MOVES_MAX && booking.wasMoved(); i++) {
      booking = own(booking.movedTo(), scope, words, until);
    }
    return booking;
  }

  /// What a uid names.
  ///
  /// @throws Declined it is none of theirs, or there is none: no difference shows
  Booking own(String uid, Scope scope, Words words, Until until) {
    return bookings
        .find(uid, until)
        .filter(scope::has)
        .orElseThrow(() -> new Declined(new Outcome.Refused(words.noSuchMeeting())));
  }

  /// The booking that took the place of this one and starts then, now or some moves ago.
  Optional<Booking> movedTo(Booking booking, Instant start, Scope scope, Until until) {
    Booking at = booking;
    for (int i = 0; i < MOVES_MAX && at.wasMoved(); i++) {
      Optional<Booking> next = bookings.find(at.movedTo(), until).filter(scope::has);
      if (next.isEmpty() || next.get().start().equals(start)) return next;
      at = next.get();
    }
    return Optional.empty();
  }
}
