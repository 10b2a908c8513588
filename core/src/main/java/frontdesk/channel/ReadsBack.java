package frontdesk.channel;

/// A push channel whose platform can be asked whether it has a message. Called only when the
/// message's request can no longer be flying.
public interface ReadsBack extends PushChannel {

  /// `Sent`, `NotSent`, or `Unknown` when the platform cannot tell.
  Delivery find(Sending sending);
}
