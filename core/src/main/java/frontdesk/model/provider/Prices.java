package frontdesk.model.provider;

import frontdesk.conversation.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a million tokens cost, in whatever currency the account is billed.
///
/// @param cached of input that the provider still had
public record Prices(BigDecimal input, BigDecimal cached, BigDecimal output) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final int DIGITS = 6;

  public BigDecimal cost(Usage usage) {
    return input
        .multiply(BigDecimal.valueOf(usage.input() - usage.cached()))
        .add(cached.multiply(BigDecimal.valueOf(usage.cached())))
        .add(output.multiply(BigDecimal.valueOf(usage.output())))
        .divide(MILLION, DIGITS, RoundingMode.HALF_UP);
  }
}
