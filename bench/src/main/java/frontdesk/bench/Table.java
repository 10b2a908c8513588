package frontdesk.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table in Markdown, its columns in line for whoever reads it as it is.
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  void print(PrintStream out) {
    for (int i = 0; i < rows.size(); i++) {
      out.println(line(rows.get(i)));
      if (i == 0) out.println(rule());
    }
  }

  /// A figure with so many digits behind the point; nothing where there is none.
  static String number(double figure, int digits) {
    return Double.isFinite(figure) ? String.format(Locale.ROOT, "%,." + digits + "f", figure) : "";
  }

  private String line(List<String> cells) {
    var line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++) {
      String format = i == 0 ? " %-" + width(i) + "s |" : " %" + width(i) + "s |";
      line.append(format.formatted(cells.get(i)));
    }
    return line.toString();
  }

  private String rule() {
    var rule = new StringBuilder("|");
    for (int i = 0; i < rows.getFirst().size(); i++) {
      rule.append("-".repeat(width(i) + 1)).append(i == 0 ? "-|" : ":|");
    }
    return rule.toString();
  }

  private int width(int column) {
    return Math.max(1, rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(1));
  }
}
