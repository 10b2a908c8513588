package frontdesk.sandbox.calcom;

import frontdesk.http.Body;
import frontdesk.http.Request;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A request of the API, read.
///
/// @param segments of its path
/// @param version what its version header says; empty when there is none
/// @param known whether it came with the key
record Call(
    String method,
    List<String> segments,
    ObjectNode query,
    ObjectNode body,
    String version,
    boolean known) {
  private static final int BODY_MAX = 1024 * 1024;
  private static final String KEY = "cal_demo";

  Call {
    segments = List.copyOf(segments);
  }

  /// Reads it.
  ///
  /// @throws Refused it comes with a wrong key, or its body is no object
  static Call read(Request request) {
    return new Call(
        request.method(),
        Arrays.stream(request.path().split("/", -1)).filter(part -> !part.isEmpty()).toList(),
        query(request.query()),
        body(request),
        request.headers().only("cal-api-version").orElse(""),
        known(request));
  }

  /// Method and path, with `*` where the path names one of many.
  String pattern() {
    var parts = new ArrayList<>(segments);
    int at = parts.size() > 2 && parts.get(2).equals("reservations") ? 3 : 2;
    if (parts.size() > at) parts.set(at, "*");
    return method + " /" + String.join("/", parts);
  }

  /// What the path names.
  String id() {
    return segments.get(segments.get(2).equals("reservations") ? 3 : 2);
  }

  /// Refuses whoever has no key.
  void needsKey() {
    if (known) return;
    throw new Refused(
        401,
        "ApiAuthStrategy - No authentication method provided. Either pass an API key as 'Bearer'"
            + " header or OAuth client credentials as 'x-cal-secret-key' and 'x-cal-client-id'"
            + " headers");
  }

  private static boolean known(Request request) {
    List<String> keys = request.headers().all("Authorization");
    if (keys.isEmpty()) return false;
    if (keys.equals(List.of("Bearer " + KEY))) return true;
    throw new Refused(
        401, "ApiAuthStrategy - api key - Your api key is not valid. Here it is " + KEY + ".");
  }

  private static ObjectNode body(Request request) {
    try {
      byte[] bytes = request.body().bytes(BODY_MAX);
      if (bytes.length == 0) return Jsons.object();
      return Jsons.parseObject(new String(bytes, StandardCharsets.UTF_8));
    } catch (InvalidJson e) {
      throw new Refused(400, "The body is " + e.getMessage() + ".");
    } catch (Body.TooLarge e) {
      throw new Refused(413, "request entity too large");
    }
  }

  /// A name that comes twice has both values, with a comma between.
  private static ObjectNode query(String raw) {
    ObjectNode query = Jsons.object();
    for (String pair : raw.split("&", -1)) {
      if (pair.isEmpty()) continue;
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      String before = query.path(name).asString("");
      query.put(name, before.isEmpty() ? value : before + "," + value);
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "Bad Request Exception: malformed query");
    }
  }
}
