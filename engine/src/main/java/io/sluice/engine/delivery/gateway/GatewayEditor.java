package io.sluice.engine.delivery.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.content.SmsParts;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Configures the gateways of workspaces. */
@Component
class GatewayEditor {
  /** The channels that every workspace is shown a sandbox for. */
  static final List<String> CHANNELS = List.of("sms", "email", "webhook");

  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int KEY_LENGTH = 64;
  private static final int CHANNEL_LENGTH = 32;

  private final GatewayRows rows;
  private final Gateways gateways;
  private final Kinds kinds;
  private final Workspaces workspaces;

  GatewayEditor(GatewayRows rows, Gateways gateways, Kinds kinds, Workspaces workspaces) {
    this.rows = rows;
    this.gateways = gateways;
    this.kinds = kinds;
    this.workspaces = workspaces;
  }

  /** All gateways by key, with the sandboxes that nobody configured. */
  List<GatewayConfig> all(WorkspaceId workspace) {
    TreeMap<String, GatewayConfig> byKey = new TreeMap<>();
    for (String channel : CHANNELS) {
      String key = Gateways.SANDBOX_PREFIX + channel;
      gateways.describe(workspace, key).ifPresent(config -> byKey.put(key, config));
    }
    rows.all(workspace).forEach(config -> byKey.put(config.key(), config));
    return List.copyOf(byKey.values());
  }

  /** Makes or changes a gateway; returns whether it is new. */
  @Transactional
  public boolean put(GatewayConfig wanted, JsonNode settings) {
    checkName("key", wanted.key(), KEY_LENGTH);
    checkName("/channel", wanted.channel(), CHANNEL_LENGTH);
    checkSandbox(wanted);
    if (SmsParts.of(wanted.parts()).isEmpty()) {
      throw Problem.badField(
          "unknown-parts", "/parts", "'parts' must be cn-70/67, cn-70/70 or gsm.");
    }
    kinds.check(wanted.kind(), wanted.channel(), settings);
    // One default of a channel: whoever makes another one waits here.
    workspaces.lock(wanted.workspace());
    boolean isNew = rows.find(wanted.workspace(), wanted.key()).isEmpty();
    rows.put(wanted);
    return isNew;
  }

  /** Removes a gateway. */
  @Transactional
  public void delete(WorkspaceId workspace, String key) {
    workspaces.lock(workspace);
    if (rows.find(workspace, key).filter(GatewayConfig::isDefault).isPresent()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "default-gateway",
          "Messages go out by '%s' where no gateway is named; make another one the default, or set"
                  .formatted(key)
              + " its 'default' to false so that they go to the sandbox.");
    }
    rows.delete(workspace, key);
  }

  private static void checkName(String field, String name, int longest) {
    if (name == null || name.length() > longest || !KEY.matcher(name).matches()) {
      throw Problem.badField(
          "bad-name",
          field,
          "'%s' must be 1 to %d small letters and digits, with dashes between."
              .formatted(field.replace("/", ""), longest));
    }
  }

  /** Everybody takes a sandbox-<channel> for what it is by itself. */
  private static void checkSandbox(GatewayConfig wanted) {
    boolean reserved = wanted.key().startsWith(Gateways.SANDBOX_PREFIX);
    boolean matches =
        Gateways.SANDBOX.equals(wanted.kind())
            && wanted.key().equals(Gateways.SANDBOX_PREFIX + wanted.channel());
    if (reserved && !matches) {
      throw Problem.badField(
          "reserved-key",
          "key",
          "'%s' is kept for the sandbox of a channel; choose another key, or kind 'sandbox' and the channel of that name."
              .formatted(wanted.key()));
    }
  }
}
