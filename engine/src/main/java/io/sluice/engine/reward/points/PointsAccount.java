package io.sluice.engine.reward.points;

import java.math.BigDecimal;

/**
 * An account of points: each member of the workspace has a balance of it.
 *
 * @param id its number within the workspace
 * @param key its key
 * @param name its name on screen
 * @param cost what one point costs, in the currency of the workspace; zero where it has no price
 */
public record PointsAccount(int id, String key, String name, BigDecimal cost) {}
