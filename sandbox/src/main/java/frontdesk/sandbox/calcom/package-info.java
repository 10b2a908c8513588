/// The stand-in for cal.com's API v2: event types, slots, reservations and bookings.
@NullMarked
package frontdesk.sandbox.calcom;

import org.jspecify.annotations.NullMarked;
