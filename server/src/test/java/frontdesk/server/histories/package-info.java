/// Histories of every shape, by the product's own path, before a provider that refuses what is not
/// legal.
@org.jspecify.annotations.NullMarked
package frontdesk.server.histories;
