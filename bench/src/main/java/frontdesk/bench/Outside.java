package frontdesk.bench;

import frontdesk.bench.outside.Backend;
import frontdesk.bench.outside.Knobs;
import frontdesk.bench.outside.ModelServer;
import frontdesk.bench.peers.Places;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Model server and backend, seen from the process that measures.
final class Outside implements AutoCloseable {
  private final Child model;
  private final Child backend;
  private final Places places;

  Outside() throws IOException {
    model = Child.start(List.of(), ModelServer.class);
    backend = Child.start(List.of(), Backend.class);
    places = new Places(Integer.parseInt(model.line()), Integer.parseInt(backend.line()));
  }

  Places places() {
    return places;
  }

  /// Both behave so from now on, and begin to count anew.
  void set(Knobs forModel, Knobs forBackend) {
    model.ask("set " + Jsons.MAPPER.writeValueAsString(forModel));
    backend.ask("set " + Jsons.MAPPER.writeValueAsString(forBackend));
  }

  /// Calls of the backend.
  long looks() {
    return Long.parseLong(backend.ask("count"));
  }

  /// Calls that the model keeps back.
  int waiting() {
    return Integer.parseInt(model.ask("waiting"));
  }

  /// Lets them go, so many a second.
  void release(int perSecond) {
    model.ask("release " + perSecond);
  }

  /// The orders whose turn met an error of the model.
  Set<String> errors() {
    return Set.of(model.ask("errors").split(" ", -1));
  }

  /// What the model was sent.
  JsonNode requests() {
    return Jsons.parse(model.ask("requests"));
  }

  @Override
  public void close() {
    model.close();
    backend.close();
  }
}
