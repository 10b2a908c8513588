package frontdesk.bench;

import java.util.List;

/// Who is measured. Each runs in a process of its own, so that its CPU time is that of its
/// process; clients, model and backend are in others.
enum Contestant {
  BARE("hand-written loop"),
  LANGCHAIN("LangChain4j"),
  FRONTDESK("Frontdesk"),
  SPINE("Frontdesk, no HTTP");

  /// Frontdesk alone: what only a version before can be compared with.
  static final List<Contestant> ALONE = List.of(SPINE, FRONTDESK);

  /// Frontdesk and its peers, over HTTP on all sides.
  static final List<Contestant> BESIDE = List.of(BARE, LANGCHAIN, FRONTDESK);

  final String title;

  Contestant(String title) {
    this.title = title;
  }
}
