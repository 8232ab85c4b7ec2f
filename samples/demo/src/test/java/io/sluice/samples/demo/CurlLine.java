package io.sluice.samples.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a document that calls curl, sent as curl would send it. */
record CurlLine(String line) {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** All of a document's, in order. */
  static List<CurlLine> of(Path document) throws IOException {
    return Files.readAllLines(ROOT.resolve(document)).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("curl "))
        .map(CurlLine::new)
        .toList();
  }

  HttpResponse<String> send(int port) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request(port), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(int port) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
    String method = "GET";
    List<String> words = words();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-s" -> {}
        case "-X" -> method = words.get(++i);
        case "-H" -> {
          String[] header = words.get(++i).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> body = body(words.get(++i));
        default -> request.uri(URI.create(words.get(i).replace(":8080", ":" + port)));
      }
    }
    return request.method(method, body).build();
  }

  private static HttpRequest.BodyPublisher body(String data) throws IOException {
    return data.startsWith("@")
        ? HttpRequest.BodyPublishers.ofFile(ROOT.resolve(data.substring(1)))
        : HttpRequest.BodyPublishers.ofString(data);
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }
}
