package io.sluice.engine.delivery.gateway.http;

import java.util.Map;

/**
 * A request that is ready to go.
 *
 * @param body JSON in UTF-8
 */
record HttpCall(String url, Map<String, String> headers, byte[] body) {}
