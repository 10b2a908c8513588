/// Agents over REST in a simulated world: clients that time out, retry and repeat, a wire that
/// loses, servers that crash, a provider that fails, and an oracle.
@NullMarked
package frontdesk.server.proof;

import org.jspecify.annotations.NullMarked;
