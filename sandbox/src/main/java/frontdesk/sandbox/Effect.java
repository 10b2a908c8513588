package frontdesk.sandbox;

/// Something that a stand-in really did, and how often.
///
/// @param kind what, such as `response`
/// @param key for whom or what, as the vendor's request named it; may be empty
public record Effect(String kind, String key, long count) {}
