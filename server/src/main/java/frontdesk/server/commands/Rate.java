package frontdesk.server.commands;

import frontdesk.json.InvalidSettings;
import frontdesk.server.Environment;
import frontdesk.server.Settings;
import java.util.List;

/// `FRONTDESK_RATE`: requests a second for each key and address, 0 for no limit.
final class Rate {
  private Rate() {}

  static double of(Environment environment) {
    return environment
        .get("FRONTDESK_RATE")
        .<Double>map(
            text -> {
              if (!text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
                throw new InvalidSettings(
                    List.of("FRONTDESK_RATE: must be requests a second, or 0 for no limit"));
              }
              return Double.parseDouble(text);
            })
        .orElse((double) Settings.REQUESTS_PER_SECOND);
  }
}
