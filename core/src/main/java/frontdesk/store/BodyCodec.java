package frontdesk.store;

import frontdesk.conversation.ConversationId;

/// The one place where the bodies of entries, events and snapshots pass before they are kept and
/// after they are read, keyed by their conversation. Documents do not pass here: they are looked up
/// by what they say.
public interface BodyCodec {
  BodyCodec PLAIN =
      new BodyCodec() {
        @Override
        public String seal(ConversationId id, String plain) {
          return plain;
        }

        @Override
        public String open(ConversationId id, String sealed) {
          return sealed;
        }
      };

  String seal(ConversationId id, String plain);

  /// What was sealed, exactly.
  String open(ConversationId id, String sealed);
}
