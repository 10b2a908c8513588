package frontdesk.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Medians and percentiles.
final class Figures {
  private Figures() {}

  static <T> double median(List<T> all, ToDoubleFunction<T> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) return Double.NaN;
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The figure that so many percent are not above.
  static double percentile(double[] figures, int percent) {
    if (figures.length == 0) return Double.NaN;
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
