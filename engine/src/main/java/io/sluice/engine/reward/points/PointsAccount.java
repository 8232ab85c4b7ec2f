package io.sluice.engine.reward.points;

/**
 * An account of points: each member of the workspace has a balance of it.
 *
 * @param id its number within the workspace
 * @param key its key
 * @param name its name on screen
 */
public record PointsAccount(int id, String key, String name) {}
