package frontdesk.adapters.calcom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/// A query string, encoded.
record Query(String text) {
  static final Query NONE = new Query("");

  Query with(String name, String value) {
    String pair = name + "=" + URLEncoder.encode(value, UTF_8);
    return new Query(text.isEmpty() ? pair : text + "&" + pair);
  }

  Query with(String name, long value) {
    return with(name, Long.toString(value));
  }
}
