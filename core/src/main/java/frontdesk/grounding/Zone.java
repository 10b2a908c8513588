package frontdesk.grounding;

import frontdesk.dates.Dates;
import frontdesk.dates.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time zone: named, or the one that the conversation has.
record Zone() implements Normaliser {
  private static final Pattern NOT =
      Pattern.compile("(?i)\\bnot\\b(?: in)? \\w+(?: \\w+)? time|ไม่ใช่เวลา|ไม่เอาเวลา");

  @Override
  public Optional<Span> find(Line line, String value, About about) {
    boolean named =
        Dates.zone(line.text(), line.context())
            .filter(zone -> zone.getId().equals(value))
            .isPresent();
    boolean denied = NOT.matcher(line.plain()).find();
    boolean own = line.context().zone().getId().equals(value);
    return ((named && !denied) || own) && !line.text().isEmpty()
        ? Optional.of(new Span(0, line.text().length()))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "zone";
  }
}
