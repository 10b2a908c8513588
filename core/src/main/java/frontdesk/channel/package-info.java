/// Where messages come from and go to.
@NullMarked
package frontdesk.channel;

import org.jspecify.annotations.NullMarked;
