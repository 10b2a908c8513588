@NullMarked
package frontdesk.simulation.world;

import org.jspecify.annotations.NullMarked;
