package io.sluice.engine.money;

/**
 * What a node is going to need of a gateway.
 *
 * @param units message parts or e-mails
 */
public record Need(String node, String channel, String gateway, long units) {}
