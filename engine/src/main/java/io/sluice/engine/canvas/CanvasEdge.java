package io.sluice.engine.canvas;

/**
 * An arrow as it is drawn.
 *
 * @param id a plain identifier
 * @param source the node it leaves
 * @param sourcePort the out-port it leaves; null for the main port
 * @param target the node it enters
 * @param targetPort the in-port it enters; null for the first
 */
public record CanvasEdge(
    String id, String source, String sourcePort, String target, String targetPort) {}
