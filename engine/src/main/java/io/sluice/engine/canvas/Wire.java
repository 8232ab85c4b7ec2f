package io.sluice.engine.canvas;

/** An arrow with its ports named: from an out-port of one node to an in-port of another. */
public record Wire(
    String edgeId, String source, String sourcePort, String target, String targetPort) {}
