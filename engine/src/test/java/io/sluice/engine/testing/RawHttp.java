package io.sluice.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests that no proper client would send. */
public final class RawHttp {
  private RawHttp() {}

  /**
   * Sends a text as it is, with "Connection: close" to come in it, and returns the whole answer.
   */
  public static String send(int port, String request) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request with a body, the given head lines besides those of every request. */
  public static String request(
      String method, String path, String host, String body, String... head) {
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    text.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    text.append("Content-Type: application/json\r\n");
    for (String line : head) {
      text.append(line).append("\r\n");
    }
    return text + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
