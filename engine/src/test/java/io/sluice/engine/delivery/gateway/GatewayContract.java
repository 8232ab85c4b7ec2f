package io.sluice.engine.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every gateway keeps to, whatever it speaks. */
public abstract class GatewayContract {
  private static final WorkspaceId SHOP = new WorkspaceId(1);

  /** One whose other side takes everything. */
  protected abstract Gateway working();

  /** One whose other side is not there, or is and takes nothing for now. */
  protected abstract Gateway broken();

  /** One whose other side takes messages, but whose answers are lost. */
  protected abstract Gateway losingAnswers();

  /** One that does not take all messages to addresses that make trouble. */
  protected abstract Gateway troubled();

  /** The texts that the other side took, once for each time. */
  protected abstract List<String> taken();

  /** An address of the gateway's channel, one that makes trouble where that is asked for. */
  protected abstract String address(boolean trouble);

  /** The workspace whose messages are sent. */
  protected WorkspaceId workspace() {
    return SHOP;
  }

  @Test
  void takesEveryMessageOnceInOneCall() {
    List<String> texts = texts(Math.min(working().policy().callSize(), 20), "Hello");

    assertThat(working().send(messages(texts))).hasSameSizeAs(texts).allMatch(this::isAccepted);
    assertThat(taken()).containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void keepsEveryCharacter() {
    List<String> texts = List.of("“引号” \"quotes\" \\back\\ {{x}} </b> ñ 😀 \u4e00 end\nnext line");

    assertThat(working().send(messages(texts))).allMatch(this::isAccepted);
    assertThat(taken()).isEqualTo(texts);
  }

  @Test
  void hasNotTakenWhatItSaysItHasNot() {
    List<String> texts = texts(Math.min(broken().policy().callSize(), 5), "Lost");

    assertThat(broken().send(messages(texts)))
        .hasSameSizeAs(texts)
        .allMatch(Handover.NotTaken.class::isInstance);
    assertThat(taken()).isEmpty();
  }

  @Test
  void doesNotKnowWhatBecameOfALostAnswerAndSendsNothingTwiceByItself() {
    List<String> texts = texts(Math.min(losingAnswers().policy().callSize(), 5), "Quiet");

    assertThat(losingAnswers().send(messages(texts)))
        .hasSameSizeAs(texts)
        .allMatch(Handover.Unknown.class::isInstance);
    assertThat(taken()).hasSizeLessThanOrEqualTo(texts.size()).doesNotHaveDuplicates();
  }

  @Test
  void tellsInOrderWhatBecameOfEach() {
    Gateway gateway = troubled();
    int size = Math.min(gateway.policy().callSize(), 20);
    List<String> texts =
        IntStream.range(0, 2 * size)
            .mapToObj(i -> (i % 3 == 1 ? "trouble " : "fine ") + i)
            .toList();
    List<OutboundMessage> messages = messages(texts);

    List<Handover> results = new ArrayList<>(gateway.send(messages.subList(0, size)));
    results.addAll(gateway.send(messages.subList(size, 2 * size)));

    for (int i = 0; i < texts.size(); i++) {
      int times = Collections.frequency(taken(), texts.get(i));
      assertThat(times).as(texts.get(i) + " " + results.get(i)).isEqualTo(expected(results, i));
    }
    assertThat(taken()).isNotEmpty();
    assertThat(results).anyMatch(result -> !isAccepted(result));
  }

  private int expected(List<Handover> results, int i) {
    return isAccepted(results.get(i)) ? 1 : 0;
  }

  private boolean isAccepted(Handover result) {
    return result instanceof Handover.Accepted;
  }

  private static List<String> texts(int count, String text) {
    return IntStream.range(0, count).mapToObj(i -> text + " " + i).toList();
  }

  private List<OutboundMessage> messages(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i ->
                OutboundMessages.to(
                    workspace(),
                    i,
                    address(texts.get(i).startsWith("trouble")),
                    Map.of("text", texts.get(i), "subject", "Hi")))
        .toList();
  }
}
