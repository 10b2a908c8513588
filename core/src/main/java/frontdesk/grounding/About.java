package frontdesk.grounding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What else the same call says: "at 9" is of the day that is meant, "2pm in Berlin" of the zone.
///
/// @param date that the call is about
/// @param zone that it names
public record About(Optional<LocalDate> date, Optional<ZoneId> zone) {
  public static final About NOTHING = new About(Optional.empty(), Optional.empty());
}
