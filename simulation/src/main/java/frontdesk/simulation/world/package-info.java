/// A whole world in one seed: customers who repeat themselves, a fickle model, a remote system that
/// keeps count, server processes that crash and stand still over one journal, and an oracle that
/// compares what went in, what was done and what was recorded.
@NullMarked
package frontdesk.simulation.world;

import org.jspecify.annotations.NullMarked;
