/// The meetings agent over REST, with cal.com's stand-in over HTTP: killed, with a provider in
/// trouble, and with customers who say yes too often, too early or too late.
@NullMarked
package frontdesk.server.meetings;

import org.jspecify.annotations.NullMarked;
