package io.sluice.engine.canvas;

/**
 * A text that somebody put on the canvas for others to read.
 *
 * @param id a plain identifier
 * @param text what it says
 * @param position its centre
 * @param width in canvas pixels; null for the usual width
 * @param height in canvas pixels; null for as high as the text needs
 */
public record CanvasNote(
    String id, String text, CanvasNode.Position position, Integer width, Integer height) {}
