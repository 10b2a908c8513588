package frontdesk.bench;

/// Who is measured. Each runs in a process of its own, so that its CPU time is that of its
/// process; the clients of those over REST are in another.
enum Contestant {
  BARE("bare loop, no HTTP", false),
  SPINE("Frontdesk, no HTTP", false),
  BARE_JDK("bare loop, HTTP of the JDK", true),
  BARE_REST("bare loop, HTTP of Frontdesk", true),
  SPINE_REST("Frontdesk over REST", true);

  final String title;
  final boolean rest;

  Contestant(String title, boolean rest) {
    this.title = title;
    this.rest = rest;
  }
}
