/// HTTP as a function: server, client and stand-in share it.
@NullMarked
package frontdesk.http;

import org.jspecify.annotations.NullMarked;
