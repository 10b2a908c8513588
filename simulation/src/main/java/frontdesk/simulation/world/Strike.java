package frontdesk.simulation.world;

/// A blow and its moment, by a name that other runs of the same seed have too.
record Strike(Moment moment, Blow blow) {
  /// `thread` is about to do `what` for the `occurrence`th time, counted from 1.
  record Moment(String thread, String what, int occurrence) {}

  @Override
  public String toString() {
    return blow + " as " + moment.thread + " is at '" + moment.what + "' #" + moment.occurrence;
  }
}
