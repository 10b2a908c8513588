package frontdesk.adapters.openai;

import frontdesk.model.ModelRequest;

/// How one of the two APIs is spoken.
interface Dialect {
  String path();

  /// Names a model so that what it wrote is sent back to no other, nor over the other API.
  String made(String model);

  /// The body of a request. The same request has the same bytes, and the bytes of a conversation's
  /// next one begin with those of this one, up to what is new.
  ///
  /// @param stream whether the answer is to come in pieces
  byte[] request(ModelRequest request, String model, boolean stream);

  /// Reads an answer into a draft.
  Reading reading(Draft draft);

  static Dialect of(OpenAiSettings settings) {
    return switch (settings.api()) {
      case RESPONSES -> new Responses(settings);
      case CHAT -> new Chat(settings);
    };
  }

  /// Takes up an answer, whole or event by event.
  ///
  /// Its methods throw {@link ProviderError} where the provider says that it failed, and Jackson's
  /// exceptions where an answer is no JSON.
  interface Reading {

    void whole(byte[] body);

    /// The data of one event, and its name, which may be empty.
    void event(byte[] data, int length, String name);

    /// Whether the provider said that the reply is done.
    boolean ended();

    /// Whether nothing that could follow would be taken up.
    boolean saidAll();
  }
}
