/// What stands between the loop and a provider's model: retries, a circuit, a bound on tokens in
/// flight, and what answers while the provider does not.
@NullMarked
package frontdesk.model.provider;

import org.jspecify.annotations.NullMarked;
