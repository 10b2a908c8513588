/// Measures, beside a hand-written loop, what a turn costs. Nothing here is part of the product.
@NullMarked
package frontdesk.bench;

import org.jspecify.annotations.NullMarked;
