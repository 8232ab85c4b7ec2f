package io.sluice.engine.delivery.gateway;

import io.sluice.engine.delivery.content.SmsParts;
import io.sluice.engine.storage.Servers;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Message;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The gateways of workspaces. Besides those that somebody configured, every workspace has a sandbox
 * for each channel, {@code sandbox-<channel>}, by which messages go until another gateway is made
 * the channel's default.
 */
@Component
public class Gateways {
  static final String SANDBOX = "sandbox";
  static final String SANDBOX_PREFIX = SANDBOX + "-";
  static final String DEFAULT_PARTS = SmsParts.CN_70_67.key();
  private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

  private final GatewayRows rows;
  private final Kinds kinds;
  private final SendingLimits limits;
  private final Servers servers;
  private final ApplicationEventPublisher events;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new CustomizableThreadFactory("gateway-"));
  private final Map<Name, Opened> opened = new ConcurrentHashMap<>();

  Gateways(
      GatewayRows rows,
      Kinds kinds,
      SendingLimits limits,
      Servers servers,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.kinds = kinds;
    this.limits = limits;
    this.servers = servers;
    this.events = events;
  }

  /**
   * The gateway of that key, as it is configured now. One that is gone or cannot be opened takes
   * nothing: it is broken, and every message is {@code NotTaken}.
   */
  public OpenGateway open(WorkspaceId workspace, String key) {
    return describe(workspace, key).map(this::open).orElseGet(() -> missing(workspace, key));
  }

  /** The gateway by which messages of a channel go out where none is named. */
  public OpenGateway forChannel(WorkspaceId workspace, String channel) {
    return open(defaultOf(workspace, channel));
  }

  /** How the gateway of that key is configured. */
  public Optional<GatewayConfig> describe(WorkspaceId workspace, String key) {
    return rows.find(workspace, key).or(() -> implicit(workspace, key));
  }

  /** How the gateway by which messages of a channel go out is configured. */
  public GatewayConfig defaultOf(WorkspaceId workspace, String channel) {
    return rows.defaultOf(workspace, channel)
        .or(() -> describe(workspace, SANDBOX_PREFIX + channel))
        .orElseThrow(() -> new IllegalArgumentException("No channel: " + channel));
  }

  /** How the gateway by which a variant of a message goes out is configured. */
  public GatewayConfig carrierOf(WorkspaceId workspace, Message.Variant variant) {
    return variant
        .gateway()
        .flatMap(key -> describe(workspace, key))
        .orElseGet(() -> defaultOf(workspace, variant.channel()));
  }

  /** The gateways that somebody configured, by key. */
  public List<GatewayConfig> configured(WorkspaceId workspace) {
    return rows.all(workspace);
  }

  private Optional<GatewayConfig> implicit(WorkspaceId workspace, String key) {
    if (!key.startsWith(SANDBOX_PREFIX) || key.length() == SANDBOX_PREFIX.length()) {
      return Optional.empty();
    }
    String channel = key.substring(SANDBOX_PREFIX.length());
    boolean isDefault = rows.defaultOf(workspace, channel).isEmpty();
    return Optional.of(
        new GatewayConfig(workspace, key, SANDBOX, channel, isDefault, DEFAULT_PARTS, "{}"));
  }

  private OpenGateway open(GatewayConfig config) {
    return opened.compute(new Name(config), (name, before) -> reopen(config, before)).gateway();
  }

  private Opened reopen(GatewayConfig config, Opened before) {
    if (before != null && before.gateway().config().equals(config)) {
      return before;
    }
    if (before != null) {
      before.inner().close();
    }
    try {
      Gateway inner = kinds.open(config);
      return new Opened(wrap(config, inner, circuit(config)), inner);
    } catch (RuntimeException e) {
      LOG.error("Gateway '{}' cannot be opened", config.key(), e);
      return broken(config, "gateway-unusable");
    }
  }

  private Opened broken(GatewayConfig config, String reason) {
    Circuit circuit = circuit(config);
    circuit.breakForGood(reason);
    Gateway inner = new MissingGateway(reason);
    return new Opened(wrap(config, inner, circuit), inner);
  }

  private OpenGateway missing(WorkspaceId workspace, String key) {
    GatewayConfig config =
        new GatewayConfig(workspace, key, "missing", "none", false, DEFAULT_PARTS, "{}");
    return opened
        .compute(
            new Name(config),
            (name, before) ->
                before != null && before.gateway().config().equals(config)
                    ? before
                    : broken(config, "gateway-missing"))
        .gateway();
  }

  private OpenGateway wrap(GatewayConfig config, Gateway inner, Circuit circuit) {
    return new OpenGateway(
        config, new GatewayCalls(inner, circuit, servers::living), limits, threads);
  }

  private Circuit circuit(GatewayConfig config) {
    return new Circuit(
        config.key(),
        limits.brokenFor(),
        broken -> publish(broke(config, broken)),
        broken -> publish(recovered(config, broken)));
  }

  /** Whoever listens must not make messages unknown that were sent. */
  private void publish(Object event) {
    try {
      events.publishEvent(event);
    } catch (RuntimeException e) {
      LOG.error("Nobody could be told of {}", event, e);
    }
  }

  private static GatewayBroke broke(GatewayConfig config, Broken broken) {
    return new GatewayBroke(config.workspace(), config.key(), broken.since(), broken.reason());
  }

  private static GatewayRecovered recovered(GatewayConfig config, Broken broken) {
    return new GatewayRecovered(config.workspace(), config.key(), broken.since());
  }

  @PreDestroy
  void close() {
    threads.shutdown();
    opened.values().forEach(each -> each.inner().close());
  }

  private record Opened(OpenGateway gateway, Gateway inner) {}

  private record Name(WorkspaceId workspace, String key) {
    Name(GatewayConfig config) {
      this(config.workspace(), config.key());
    }
  }
}
