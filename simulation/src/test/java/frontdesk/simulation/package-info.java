@NullMarked
package frontdesk.simulation;

import org.jspecify.annotations.NullMarked;
