package frontdesk.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Header fields. Names are compared without case (RFC 9110, 5.1); a name may have several values.
/// Names and values with control characters are refused, so that none can smuggle in a line.
public record Headers(Map<String, List<String>> values) {
  public static final Headers NONE = new Headers(Map.of());

  public Headers {
    var copy = new TreeMap<String, List<String>>();
    values.forEach(
        (name, all) -> {
          refuseControls(name);
          all.forEach(Headers::refuseControls);
          copy.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).addAll(all);
        });
    copy.replaceAll((_, all) -> List.copyOf(all));
    values = copy;
  }

  public static Headers of(String name, String value) {
    return NONE.with(name, value);
  }

  /// These and one more; a field of the same name is replaced.
  public Headers with(String name, String value) {
    var copy = new TreeMap<>(values);
    copy.put(name.toLowerCase(Locale.ROOT), List.of(value));
    return new Headers(copy);
  }

  /// The only value of a field; empty when there is none, or more than one.
  public Optional<String> only(String name) {
    List<String> all = all(name);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  private static void refuseControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IllegalArgumentException("A header has no control characters");
      }
    }
  }
}
