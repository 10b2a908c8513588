package frontdesk.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The tokens that a conversation's models have taken.
///
/// @param all ever
/// @param day the newest on which any were taken (UTC)
/// @param thatDay tokens of that day, in and out
public record Spent(Usage all, LocalDate day, long thatDay) {
  public static final Spent NONE = new Spent(Usage.NONE, LocalDate.EPOCH, 0);

  /// With what an entry cost.
  public Spent plus(Logged logged) {
    Usage usage = logged.entry().usage();
    if (usage.total() == 0) return this;
    LocalDate today = day(logged.at());
    return new Spent(all.plus(usage), today, on(today) + usage.total());
  }

  /// Tokens taken on the day of this instant.
  public long on(Instant at) {
    return on(day(at));
  }

  private long on(LocalDate wanted) {
    return wanted.equals(day) ? thatDay : 0;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
