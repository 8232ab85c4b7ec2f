package io.sluice.engine.delivery.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.workspace.WorkspaceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server's misbehaviour at each step says of the message. */
class SmtpFailureTest {
  @ParameterizedTest
  @CsvSource({
    "EHLO, close, NotTaken[reason=no-connection]",
    "MAIL, 421 Busy, NotTaken[reason=smtp-421]",
    "MAIL, 451 Later, NotTaken[reason=smtp-451]",
    "MAIL, 530 Login first, NotTaken[reason=smtp-530]",
    "MAIL, 550 Not you, Refused[reason=smtp-550]",
    "MAIL, close, NotTaken[reason=connection-lost]",
    "MAIL, hang, NotTaken[reason=connection-lost]",
    "RCPT, 450 Greylisted, NotTaken[reason=smtp-450]",
    "RCPT, 550 Nobody here, Refused[reason=smtp-550]",
    "RCPT, close, NotTaken[reason=connection-lost]",
    "DATA, 451 Later, NotTaken[reason=smtp-451]",
    "DATA, 554 No, Refused[reason=smtp-554]",
    "DATA, close, NotTaken[reason=connection-lost]",
    "., 250 Taken, Accepted[reference=Optional.empty]",
    "., 451 Later, NotTaken[reason=smtp-451]",
    "., 554 Spam, Refused[reason=smtp-554]",
    "., close, Unknown[reason=no-answer-after-dot]",
    "., hang, Unknown[reason=no-answer-after-dot]"
  })
  void saysWhetherTheMessageMayBeTaken(String command, String answer, String expected)
      throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of(command, answer))) {
      assertThat(send(server.port(), 1)).hasToString("[" + expected + "]");
    }
  }

  @Test
  void goesOnWithTheOthersAfterOneIsRefused() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of("RCPT", "550 Nobody"))) {
      assertThat(send(server.port(), 3)).containsOnly(new Handover.Refused("smtp-550"));
    }
  }

  @Test
  void reusesOneConnection() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      SmtpGateway gateway = SmtpExamples.gateway(server.port());
      gateway.send(letters(3));
      gateway.send(letters(2));

      assertThat(Collections.frequency(server.commands(), "EHLO")).isEqualTo(1);
      assertThat(Collections.frequency(server.commands(), ".")).isEqualTo(5);
    }
  }

  @Test
  void isNotTakenWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(send(port, 3)).containsOnly(new Handover.NotTaken("no-connection")).hasSize(3);
  }

  private static List<Handover> send(int port, int count) {
    return SmtpExamples.gateway(port).send(letters(count));
  }

  private static List<OutboundMessage> letters(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                OutboundMessages.to(
                    new WorkspaceId(1), i, "m" + i + "@example.com", Map.of("text", "Hi")))
        .toList();
  }
}
