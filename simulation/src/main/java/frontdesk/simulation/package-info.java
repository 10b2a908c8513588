/// Whole systems under a seed: threads that hand one baton around, a clock that stands still, a
/// journal that forgets, crashes and pauses at the worst moments. The same seed gives the same run.
@NullMarked
package frontdesk.simulation;

import org.jspecify.annotations.NullMarked;
