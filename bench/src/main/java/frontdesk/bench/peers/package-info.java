/// Who is measured beside Frontdesk: a hand-written loop and LangChain4j, both in memory, behind
/// the same small HTTP server.
@NullMarked
package frontdesk.bench.peers;

import org.jspecify.annotations.NullMarked;
