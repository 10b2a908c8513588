/// Where logs are kept: the ports, the format of what is kept, the rules every store shares.
@NullMarked
package frontdesk.store;

import org.jspecify.annotations.NullMarked;
