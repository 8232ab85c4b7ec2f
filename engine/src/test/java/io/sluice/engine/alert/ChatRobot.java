package io.sluice.engine.alert;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat's web hook that keeps what is posted to it. */
final class ChatRobot {
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private ChatRobot(HttpServer server) {
    this.server = server;
  }

  static ChatRobot start() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      ChatRobot robot = new ChatRobot(server);
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            robot.posts.add(exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return robot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The posts so far, each as path, blank, body. */
  List<String> posts() {
    return posts;
  }

  void stop() {
    server.stop(0);
  }
}
