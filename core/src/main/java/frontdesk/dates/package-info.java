/// Dates, times, durations and numbers in a customer's line, in English and Thai, by a closed
/// grammar without any model. Pure functions of the line and a context; what has two meanings is
/// asked.
@NullMarked
package frontdesk.dates;

import org.jspecify.annotations.NullMarked;
