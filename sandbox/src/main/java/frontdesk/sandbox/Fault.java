package frontdesk.sandbox;

import frontdesk.json.StrictObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A trouble that waits for requests. A path is compared from its end, so that `/responses` also
/// means `/v1/responses`; a segment `*` is any.
///
/// @param method `*` is any
/// @param path segments; empty is any path
/// @param times how often it still happens
record Fault(String method, List<String> path, int times, Trouble trouble) {
  private static final int TIMES_MAX = 1_000_000;
  private static final Pattern MATCH = Pattern.compile("([A-Z]+|\\*) (/\\S*)");

  Fault {
    path = List.copyOf(path);
  }

  /// Reads the body of `_control/faults`.
  ///
  /// @throws WrongControl with the first problem
  static List<Fault> all(JsonNode list, SortedSet<String> failures) {
    if (!list.isArray()) {
      throw new WrongControl("faults: must be a list of {\"match\", \"times\", \"do\"}");
    }
    var faults = new ArrayList<Fault>();
    for (JsonNode item : list.values()) {
      faults.add(one("faults[" + faults.size() + "]", item, failures));
    }
    return faults;
  }

  private static Fault one(String name, JsonNode item, SortedSet<String> failures) {
    var problems = new ArrayList<String>();
    var fault = new StrictObject(name, item, problems);
    String match = fault.text("match").orElse("*");
    int times = fault.wholeNumber("times", 1, TIMES_MAX).orElse(1);
    String what = fault.requiredText("do");
    fault.noMore();
    if (!problems.isEmpty()) throw new WrongControl(problems.getFirst());
    Trouble trouble = Trouble.parse(fault.name("do"), what, failures);
    if (match.equals("*")) return new Fault("*", List.of(), times, trouble);
    Matcher parts = MATCH.matcher(match);
    if (!parts.matches()) {
      throw new WrongControl(
          fault.name("match") + ": must be a method and a path, such as \"POST /v1/responses\"");
    }
    return new Fault(parts.group(1), segments(parts.group(2)), times, trouble);
  }

  boolean fits(String asked, String at) {
    if (!method.equals("*") && !method.equals(asked)) return false;
    List<String> segments = segments(at);
    int more = segments.size() - path.size();
    if (more < 0) return false;
    for (int i = 0; i < path.size(); i++) {
      if (!path.get(i).equals("*") && !path.get(i).equals(segments.get(more + i))) return false;
    }
    return true;
  }

  Fault oneLess() {
    return new Fault(method, path, times - 1, trouble);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }
}
