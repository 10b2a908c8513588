/// Where customers come from: raw requests in, events out.
@NullMarked
package frontdesk.channel;

import org.jspecify.annotations.NullMarked;
