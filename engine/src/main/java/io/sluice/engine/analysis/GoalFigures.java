package io.sluice.engine.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * How far a run came with the goal of its campaign.
 *
 * @param condition what people should do, as in the canvas file
 * @param days within how many days of 24 hours after entry
 * @param entered how many members entered the run
 * @param reached how many of them did it in time
 * @param rate reached by entered; null where nobody entered
 * @param baseline the share that does it anyway; null where nobody said
 * @param target the share that is hoped for; null where nobody said
 * @param complete whether the time is over for everybody
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GoalFigures(
    JsonNode condition,
    int days,
    int entered,
    int reached,
    BigDecimal rate,
    BigDecimal baseline,
    BigDecimal target,
    boolean complete) {}
