package frontdesk.bench.peers;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import frontdesk.bench.outside.Orders;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;

/// LangChain4j as its guide shows it: an AI service with a tool, and a window of messages in memory
/// for each conversation. Retries are its own, twice.
public final class LangChain implements Talks {
  private static final int CONVERSATIONS_MAX = 20_000;

  /// Ten turns of four messages fit.
  private static final int MESSAGES_MAX = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Assistant assistant;
  private final Queue<String> opened = new ArrayDeque<>();

  /// What LangChain4j makes.
  interface Assistant extends ChatMemoryAccess {
    String chat(@MemoryId String conversation, @UserMessage String text);
  }

  /// The tool.
  static final class Look {
    private final OrderClient backend;

    Look(OrderClient backend) {
      this.backend = backend;
    }

    @Tool(name = Orders.TOOL, value = Orders.DESCRIPTION)
    String look(@P("The order") String order) {
      return backend.order(order);
    }
  }

  public LangChain(Places places) {
    var model =
        OpenAiChatModel.builder()
            .httpClientBuilder(
                JdkHttpClient.builder()
                    .httpClientBuilder(HttpClient.newBuilder().version(Version.HTTP_1_1)))
            .baseUrl(places.provider().toString())
            .apiKey("bench")
            .modelName("bench")
            .timeout(PATIENCE)
            .build();
    assistant =
        AiServices.builder(Assistant.class)
            .chatModel(model)
            .systemMessageProvider(_ -> Orders.INSTRUCTIONS)
            .chatMemoryProvider(
                id -> MessageWindowChatMemory.builder().id(id).maxMessages(MESSAGES_MAX).build())
            .tools(new Look(new OrderClient(places)))
            .build();
  }

  @Override
  public String open() {
    String id = UUID.randomUUID().toString();
    synchronized (opened) {
      opened.add(id);
      // It keeps them for ever otherwise.
      if (opened.size() > CONVERSATIONS_MAX) assistant.evictChatMemory(opened.remove());
    }
    return id;
  }

  @Override
  public String say(String conversation, String text) {
    return assistant.chat(conversation, text);
  }
}
