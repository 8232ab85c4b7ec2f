package io.sluice.engine.delivery.content;

/**
 * Links that lead nowhere, each exactly as long as a real one of its kind: for forecasts and
 * previews, in which no message is kept.
 */
public interface ExampleLinks extends Links {}
