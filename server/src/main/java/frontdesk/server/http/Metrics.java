package frontdesk.server.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// What is counted. Names begin with `frontdesk_`, labels have few values and never any of a
/// customer's.
public final class Metrics {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicInteger open = new AtomicInteger();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    gauge("frontdesk.requests.open", open::get);
  }

  /// A value that is asked for at each scrape.
  public void gauge(String name, Supplier<Number> value) {
    Gauge.builder(name, value).strongReference(true).register(registry);
  }

  /// A turn ended.
  ///
  /// @param channel where the conversation came in
  /// @param result one of few words, like `replied` or `failed`
  public void turnEnded(String channel, String result) {
    registry.counter("frontdesk.turns", "channel", channel, "result", result).increment();
  }

  /// Tokens that a model took.
  ///
  /// @param kind `input`, `cached` (of the input), `output` or `reasoning` (of the output)
  public void tokens(String model, String kind, long count) {
    registry
        .counter("frontdesk.model.tokens", "model", model, "kind", kind)
        .increment((double) count);
  }

  /// A request to a model's provider failed.
  public void modelFailed(String kind) {
    registry.counter("frontdesk.model.failures", "kind", kind).increment();
  }

  /// A call of a model came to something: also one that was wrong, and so not made.
  ///
  /// @param result one of few words, like `done` or `refused`
  public void callEnded(String result) {
    registry.counter("frontdesk.calls", "result", result).increment();
  }

  /// An answer was asked for again, for this reason.
  public void askedAgain(String why) {
    registry.counter("frontdesk.model.asked.again", "why", why).increment();
  }

  void requestBegins() {
    open.incrementAndGet();
  }

  void requestEnds(String route, String method, int status, long nanos) {
    open.decrementAndGet();
    Timer.builder("frontdesk.requests")
        .tag("route", route)
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("status", String.valueOf(status))
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  String scrape() {
    return registry.scrape();
  }
}
