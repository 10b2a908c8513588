package frontdesk.conversation;

/// Who answers in a conversation.
public enum Owner {
  AGENT,
  /// A person has taken over: the agent says and does nothing new.
  PERSON
}
