package frontdesk.server;

import frontdesk.rehearsal.RehearsalModel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Tells those who run it that the keyless model answers, and which setting gives a real one.
public final class RehearsalNotice {
  private static final Logger LOG = System.getLogger(RehearsalNotice.class.getName());

  private RehearsalNotice() {}

  /// The line for a person at a terminal; empty with another model.
  ///
  /// @param language `en` or `th`
  public static Optional<String> of(ModelSettings settings, String language) {
    if (!settings.name().equals(Models.REHEARSAL)) return Optional.empty();
    // Who has a key, or a server of their own, has chosen rehearsal by its name.
    String setting = settings.isReachable() ? "model: openai" : "OPENAI_API_KEY";
    return Optional.of(RehearsalModel.notice(language, setting));
  }

  /// One line in the log; none with another model.
  public static void log(ModelSettings settings) {
    of(settings, "en").ifPresent(line -> LOG.log(Level.INFO, line));
  }
}
