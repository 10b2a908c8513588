/// Stand-ins for remote systems: each speaks the vendor's API and enforces its rules, and fails on
/// request.
@NullMarked
package frontdesk.sandbox;

import org.jspecify.annotations.NullMarked;
