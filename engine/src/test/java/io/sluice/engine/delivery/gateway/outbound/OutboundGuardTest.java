package io.sluice.engine.delivery.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {
  private final OutboundGuard strict = OutboundGuard.allowing();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "2130706433",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "::",
        "::1",
        "[::1]",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378::1",
        "2001:db8::1",
        "100::1",
        "fec0::1",
        "localhost"
      })
  void refusesWhatIsNotPublic(String host) {
    assertThatThrownBy(() -> strict.resolve(host, 80)).isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "198.20.0.1",
        "::ffff:8.8.8.8",
        "2606:4700::1111",
        "2001:4860:4860::8888"
      })
  void letsThroughWhatIsPublic(String host) throws UnknownHostException {
    assertThat(strict.resolve(host, 443)).hasSize(1);
  }

  @Test
  void saysWhatToDo() {
    assertThatThrownBy(() -> strict.resolve("10.1.2.3", 80))
        .isInstanceOf(TargetRefused.class)
        .hasMessageContaining("sluice.outbound.allowed");
  }

  @Test
  void passesOnOnlyThePublicAddressesOfAName() throws UnknownHostException {
    OutboundGuard guard = guard(List.of(), "10.0.0.1", "8.8.8.8");

    assertThat(guard.resolve("both.example", 80))
        .containsExactly(new InetSocketAddress("8.8.8.8", 80));
  }

  @Test
  void refusesANameThatLeadsInside() {
    assertThatThrownBy(() -> guard(List.of(), "192.168.0.1").resolve("nice.example", 80))
        .isInstanceOf(TargetRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "10.1.2.3",
        "10.1.2.3:80",
        "inside.example",
        "INSIDE.example:80",
        " 10.1.2.3"
      })
  void letsThroughWhatTheOperatorAllowed(String allowed) {
    assertThatCode(() -> guard(List.of(allowed), "10.1.2.3").resolve("inside.example", 80))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.0.0/8", "10.1.2.4", "10.1.2.3:81", "other.example", "[fd00::1]:80"})
  void refusesWhatTheOperatorDidNotAllow(String allowed) {
    assertThatThrownBy(() -> guard(List.of(allowed), "10.1.2.3").resolve("inside.example", 80))
        .isInstanceOf(TargetRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "1.2.3.4.5"})
  void doesNotStartWithARangeThatIsNone(String allowed) {
    assertThatThrownBy(() -> OutboundGuard.allowing(allowed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void checksAnAddressThatIsLookedUpAlready() {
    assertThatThrownBy(() -> strict.check(new InetSocketAddress("127.0.0.1", 25)))
        .isInstanceOf(TargetRefused.class);
    assertThatThrownBy(() -> strict.check(InetSocketAddress.createUnresolved("127.0.0.1", 25)))
        .isInstanceOf(TargetRefused.class);
    assertThatCode(() -> strict.check(new InetSocketAddress("8.8.8.8", 25)))
        .doesNotThrowAnyException();
  }

  private static OutboundGuard guard(List<String> allowed, String... addresses) {
    return new OutboundGuard(
        allowed,
        host ->
            Arrays.stream(addresses).map(OutboundGuardTest::literal).toArray(InetAddress[]::new));
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
