/// How well the keyless model does on written dialogues of other people's services.
@NullMarked
package frontdesk.bench.rehearsal;

import org.jspecify.annotations.NullMarked;
