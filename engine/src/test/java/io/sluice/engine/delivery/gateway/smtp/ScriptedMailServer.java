package io.sluice.engine.delivery.gateway.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as a test says: by a line for each command, {@code .} being the end of
 * a message. {@code close} cuts the connection, {@code hang} says nothing any more.
 */
final class ScriptedMailServer implements AutoCloseable {
  private static final Map<String, String> FRIENDLY =
      Map.of("DATA", "354 Go on", "EHLO", "250 Hello", "QUIT", "221 Bye");

  private final ServerSocket socket;
  private final Map<String, String> script;
  private final List<String> commands = new CopyOnWriteArrayList<>();

  ScriptedMailServer(Map<String, String> script) {
    this.script = script;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::acceptAll);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The commands so far, in order, without their arguments. */
  List<String> commands() {
    return commands;
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = socket.accept();
        start(() -> talk(client));
      }
    } catch (IOException e) {
      // Closed at the end of the test.
    }
  }

  private void talk(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      say(client, "220 Ready");
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        String command = line.split("[ :]", 2)[0];
        commands.add(command);
        String answer = script.getOrDefault(command, FRIENDLY.getOrDefault(command, "250 Fine"));
        if (answer.equals("close")) {
          return;
        }
        if (!answer.equals("hang")) {
          say(client, answer);
        }
        data = command.equals("DATA") && answer.startsWith("354");
      }
    } catch (IOException e) {
      // The other side hung up.
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
