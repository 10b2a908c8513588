package frontdesk.server.proof;

import frontdesk.http.HttpHandler;
import frontdesk.model.ChatModel;
import frontdesk.store.Journal;
import frontdesk.store.Records;
import frontdesk.tool.Tool;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// What the parts of each server are fitted with: a bug, to see whether it is found.
///
/// @param handler the second is what the store has, for a bug that has to look something up
record Fitting(
    BiFunction<HttpHandler, Records, HttpHandler> handler,
    UnaryOperator<Journal> journal,
    UnaryOperator<Records> records,
    UnaryOperator<ChatModel> model,
    UnaryOperator<Tool> tool,
    UnaryOperator<HttpHandler> calendar) {
  static final Fitting NONE =
      new Fitting(
          (handler, _) -> handler,
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity());

  static Fitting of(BiFunction<HttpHandler, Records, HttpHandler> handler) {
    return new Fitting(handler, NONE.journal, NONE.records, NONE.model, NONE.tool, NONE.calendar);
  }

  static Fitting ofJournal(UnaryOperator<Journal> journal) {
    return new Fitting(NONE.handler, journal, NONE.records, NONE.model, NONE.tool, NONE.calendar);
  }

  static Fitting ofRecords(UnaryOperator<Records> records) {
    return new Fitting(NONE.handler, NONE.journal, records, NONE.model, NONE.tool, NONE.calendar);
  }

  static Fitting ofModel(UnaryOperator<ChatModel> model) {
    return new Fitting(NONE.handler, NONE.journal, NONE.records, model, NONE.tool, NONE.calendar);
  }

  /// @param tool each of an agent's
  static Fitting ofTool(UnaryOperator<Tool> tool) {
    return new Fitting(NONE.handler, NONE.journal, NONE.records, NONE.model, tool, NONE.calendar);
  }

  /// @param calendar what a server reaches the calendar's provider by
  static Fitting ofCalendar(UnaryOperator<HttpHandler> calendar) {
    return new Fitting(NONE.handler, NONE.journal, NONE.records, NONE.model, NONE.tool, calendar);
  }
}
