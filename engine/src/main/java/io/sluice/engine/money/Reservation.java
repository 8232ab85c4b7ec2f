package io.sluice.engine.money;

/**
 * The answer to a reservation.
 *
 * @param granted whether it was set aside; if not, nothing was written
 * @param state the budget now
 */
public record Reservation(boolean granted, BudgetState state) {}
