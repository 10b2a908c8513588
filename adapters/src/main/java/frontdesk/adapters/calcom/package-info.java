/// Meetings on cal.com: a client of its API v2, and the tools of an agent that books, lists, moves
/// and cancels.
@NullMarked
package frontdesk.adapters.calcom;

import org.jspecify.annotations.NullMarked;
