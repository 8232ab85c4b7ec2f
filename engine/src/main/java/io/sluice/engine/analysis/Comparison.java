package io.sluice.engine.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An action against people who were left alone.
 *
 * @param baseline the node that kept them
 * @param goal whether conversions are people who reached the campaign's goal, not people who bought
 * @param treated the people assigned to the action
 * @param control the people left alone
 * @param difference the treated rate less the control rate, as a fraction; null where an arm is
 *     empty
 * @param low the lower end of the 95 % interval of the difference
 * @param high the upper end of that interval
 * @param z the test value of the two-proportion z test
 * @param p its two-sided p value
 * @param incremental conversions beyond the rate of the control
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Comparison(
    String baseline,
    boolean goal,
    Arm treated,
    Arm control,
    Double difference,
    Double low,
    Double high,
    Double z,
    Double p,
    Double incremental) {
  /**
   * The people of one side.
   *
   * @param assigned how many were assigned to it
   * @param heldBack how many of them the gates hold back; of the control, would have
   * @param people how many remain and are compared
   * @param conversions how many of those converted
   * @param rate conversions by people; null without people
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Arm(int assigned, int heldBack, int people, int conversions, Double rate) {
    static Arm of(int assigned, int people, int conversions) {
      return new Arm(
          assigned,
          assigned - people,
          people,
          conversions,
          people == 0 ? null : (double) conversions / people);
    }
  }

  static Comparison of(String baseline, boolean goal, Arm treated, Arm control) {
    TwoShares.Result result =
        new TwoShares(
                treated.people(), treated.conversions(), control.people(), control.conversions())
            .result()
            .orElse(null);
    return result == null
        ? new Comparison(baseline, goal, treated, control, null, null, null, null, null, null)
        : new Comparison(
            baseline,
            goal,
            treated,
            control,
            result.difference(),
            result.low(),
            result.high(),
            result.z().orElse(null),
            result.p().orElse(null),
            result.incremental());
  }
}
