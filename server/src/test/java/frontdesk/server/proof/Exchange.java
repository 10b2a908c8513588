package frontdesk.server.proof;

/// A call that was answered. Times are the simulation's, in nanoseconds.
record Exchange(Call call, Answer answer, long sent, long answered) {}
