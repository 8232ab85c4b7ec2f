package io.sluice.engine.step;

import io.sluice.node.Audience;
import io.sluice.node.CodeWrite;
import io.sluice.node.CouponWrite;
import io.sluice.node.PointsWrite;
import io.sluice.node.SetWrite;
import io.sluice.node.ValueWrite;
import io.sluice.node.Write;
import java.util.List;

/** Of writes of which it is undecided about whom they are, those that are made whatever happens. */
final class SureWrites {
  private SureWrites() {}

  /** The writes about those people alone about whom they are in all other cases too. */
  static List<Write> of(List<Write> writes, List<StepResult> others) {
    List<Write> sure = writes.stream().map(write -> about(write, inAll(write, others))).toList();
    return sure.equals(writes) ? writes : sure;
  }

  private static Audience inAll(Write write, List<StepResult> others) {
    Audience people = write.members();
    for (StepResult other : others) {
      people =
          people.intersect(
              other.writes().stream()
                  .filter(one -> one.target().equals(write.target()))
                  .map(Write::members)
                  .findFirst()
                  .orElse(Audience.empty()));
    }
    return people;
  }

  private static Write about(Write write, Audience members) {
    if (write instanceof SetWrite set) {
      return new SetWrite(set.set(), set.change(), members, set.expiresAt());
    }
    if (write instanceof ValueWrite value) {
      return new ValueWrite(value.target(), value.mode(), value.values(), members);
    }
    if (write instanceof PointsWrite points) {
      return new PointsWrite(points.target(), points.change(), points.points(), members);
    }
    if (write instanceof CouponWrite coupons) {
      return new CouponWrite(coupons.target(), members, coupons.claimed());
    }
    return new CodeWrite(((CodeWrite) write).target(), members);
  }
}
