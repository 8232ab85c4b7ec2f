package io.sluice.engine.delivery.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.workspace.WorkspaceId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests reach nothing but what is public or allowed. */
class HttpGuardTest {
  private static final Handover REFUSED = new Handover.Refused("target-not-allowed");

  private final GatewayDouble inside = new GatewayDouble();

  @AfterEach
  void stop() {
    inside.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://2130706433:%d/",
        "http://127.1:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://[64:ff9b::7f00:1]:%d/",
        "http://0.0.0.0:%d/",
        "http://10.0.0.1:%d/",
        "http://169.254.169.254:%d/latest/meta-data",
        "https://192.168.1.1:%d/"
      })
  void doesNotConnectToClosedAddresses(String url) {
    String target = url.formatted(inside.port());

    assertThat(post(HttpExamples.gateway("", OutboundGuard.allowing()), target))
        .isIn(REFUSED, new Handover.Refused("bad-address"));
    assertThat(inside.requests()).isEmpty();
  }

  @Test
  void waitsForTheOperatorWhereTheGatewayItselfLeadsToAClosedAddress() {
    String own = "'url':'%s'".formatted(inside.url());

    assertThat(post(HttpExamples.gateway(own, OutboundGuard.allowing()), "+8613800000000"))
        .isEqualTo(new Handover.NotTaken("target-not-allowed"));
  }

  @Test
  void knowsThatNoPortIsAbove65535() {
    assertThat(post(HttpExamples.gateway(""), "http://gateway.example:65536/"))
        .isEqualTo(new Handover.Refused("bad-address"));
  }

  @Test
  void doesNotFollowRedirects() {
    GatewayDouble outside = new GatewayDouble();
    outside.answering(307, inside.url());

    assertThat(post(HttpExamples.gateway(""), outside.url()))
        .isEqualTo(new Handover.Refused("http-307"));
    assertThat(inside.requests()).isEmpty();
    outside.close();
  }

  @Test
  void connectsToTheVeryAddressThatWasChecked() {
    List<String> asked = new ArrayList<>();
    OutboundGuard guard =
        new OutboundGuard(
            List.of("127.0.0.1"),
            host -> {
              asked.add(host);
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
    String url = "http://nowhere.invalid:" + inside.port() + "/";

    // No other name service knows this name.
    assertThat(post(HttpExamples.gateway("", guard), url)).isInstanceOf(Handover.Accepted.class);
    assertThat(asked).containsExactly("nowhere.invalid");
  }

  @Test
  void letsTheOperatorAllowATarget() {
    OutboundGuard guard = OutboundGuard.allowing("127.0.0.1:" + inside.port());

    assertThat(post(HttpExamples.gateway("", guard), inside.url()))
        .isInstanceOf(Handover.Accepted.class);
    assertThat(post(HttpExamples.gateway("", guard), "http://127.0.0.1:1/")).isEqualTo(REFUSED);
  }

  @Test
  void doesNotWaitForAnAnswerThatDripsInForEver() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";

    assertThat(postToOneThatWrites(head, " ", Duration.ofMillis(50)))
        .isEqualTo(new Handover.Unknown("no-answer-in-time"));
  }

  @Test
  void doesNotTakeInHeadersWithoutEnd() throws IOException {
    String head = "HTTP/1.1 200 OK\r\n";

    assertThat(postToOneThatWrites(head, "A: " + "b".repeat(1_000) + "\r\n", Duration.ZERO))
        .isEqualTo(new Handover.Unknown("connection-cut"));
  }

  private static Handover postToOneThatWrites(String first, String again, Duration pause)
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> write(server, first, again, pause));
      thread.setDaemon(true);
      thread.start();
      return post(HttpExamples.gateway(""), "http://127.0.0.1:" + server.getLocalPort() + "/");
    }
  }

  private static void write(ServerSocket server, String first, String again, Duration pause) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(first.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(again.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        LockSupport.parkNanos(pause.toNanos());
      }
    } catch (IOException e) {
      // The client gave up.
    }
  }

  private static Handover post(HttpGateway gateway, String url) {
    OutboundMessage message =
        OutboundMessages.to(new WorkspaceId(1), 5, url, Map.of("body", "{\"a\":1}"));
    return gateway.send(List.of(message)).get(0);
  }
}
