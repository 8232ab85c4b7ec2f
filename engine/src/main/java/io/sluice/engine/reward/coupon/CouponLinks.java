package io.sluice.engine.reward.coupon;

import io.sluice.engine.web.PublicAddress;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links to the pages of coupons: the number of the workspace, then the code. */
@Component
class CouponLinks {
  private static final String PATH = "/c/";

  /** Digits of a number that is certainly an int. */
  private static final int MOST_DIGITS = 9;

  private final PublicAddress server;

  CouponLinks(PublicAddress server) {
    this.server = server;
  }

  /** Whose coupon a link names. */
  record Named(WorkspaceId workspace, String code) {}

  /** The page of a coupon; of one length for all coupons of a workspace. */
  String of(WorkspaceId workspace, String code) {
    return server.base() + PATH + workspace.value() + code;
  }

  /** What the end of a link names. */
  static Optional<Named> read(String token) {
    int digits = token.length() - CouponCodes.LENGTH;
    if (digits < 1 || digits > MOST_DIGITS) {
      return Optional.empty();
    }
    String number = token.substring(0, digits);
    return number.chars().allMatch(c -> c >= '0' && c <= '9')
        ? CouponCodes.read(token.substring(digits))
            .map(code -> new Named(new WorkspaceId(Integer.parseInt(number)), code))
        : Optional.empty();
  }
}
