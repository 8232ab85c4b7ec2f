package io.sluice.samples.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A call of curl in a document, sent as curl would send it.
 *
 * @param words the words after {@code curl}
 * @param input what the command before it printed
 */
record CurlCommand(List<String> words, String input) {
  private static final Path ROOT = Path.of("../..");

  /** All of a document's, in order. */
  static List<CurlCommand> of(String document) throws IOException {
    List<CurlCommand> found = new ArrayList<>();
    String printed = "";
    for (List<String> command : ShellBlocks.of(ROOT.resolve(document))) {
      if (command.get(0).equals("printf")) {
        printed = command.get(1).replace("\\n", "\n");
      } else if (command.get(0).equals("curl")) {
        found.add(new CurlCommand(command.subList(1, command.size()), printed));
      }
    }
    return found;
  }

  /** The same with other words. */
  CurlCommand with(UnaryOperator<String> change) {
    return new CurlCommand(words.stream().map(change).toList(), change.apply(input));
  }

  HttpResponse<String> send(int port) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request(port), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(int port) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    BodyPublisher body = BodyPublishers.noBody();
    String method = null;
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-s" -> {}
        case "-o" -> i++;
        case "-X" -> method = words.get(++i);
        case "-H" -> {
          String[] header = words.get(++i).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "--json" -> {
          request.header("Content-Type", "application/json");
          body = body(words.get(++i));
        }
        case "-d", "--data-binary" -> body = body(words.get(++i));
        default -> address(request, words.get(i).replace(":8080", ":" + port));
      }
    }
    String usual = body.contentLength() == 0 ? "GET" : "POST";
    return request.method(method == null ? usual : method, body).build();
  }

  /** curl shows the name and password that stand in an address by HTTP Basic. */
  private static void address(HttpRequest.Builder request, String told) {
    URI address = URI.create(told);
    String user = address.getRawUserInfo();
    if (user == null) {
      request.uri(address);
      return;
    }
    request.uri(URI.create(told.replaceFirst(user + "@", "")));
    String shown = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    request.header("Authorization", "Basic " + shown);
  }

  private BodyPublisher body(String data) throws IOException {
    if (data.equals("@-")) {
      return BodyPublishers.ofString(input);
    }
    return data.startsWith("@")
        ? BodyPublishers.ofFile(ROOT.resolve(data.substring(1)))
        : BodyPublishers.ofString(data);
  }

  @Override
  public String toString() {
    return "curl " + String.join(" ", words);
  }
}
