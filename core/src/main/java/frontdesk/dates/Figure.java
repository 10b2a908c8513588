package frontdesk.dates;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// A number in a line.
public sealed interface Figure {
  Span span();

  /// It is this number.
  ///
  /// @param currency if one stands beside it
  record Sure(BigDecimal value, Optional<Currency> currency, Span span) implements Figure {}

  /// It may be one of these numbers, or an amount of which currency is not said.
  record Asked(Reason reason, List<BigDecimal> candidates, Span span) implements Figure {
    public Asked {
      candidates = List.copyOf(candidates);
    }
  }
}
