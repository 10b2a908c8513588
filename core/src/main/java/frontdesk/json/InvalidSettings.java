package frontdesk.json;

import java.util.List;

/// Settings or files that people wrote cannot be used: one line for each problem, naming the
/// setting and the fix.
public final class InvalidSettings extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public InvalidSettings(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
