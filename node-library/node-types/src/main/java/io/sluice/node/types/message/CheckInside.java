package io.sluice.node.types.message;

import io.sluice.node.AttributeKind;
import io.sluice.node.CodePool;
import io.sluice.node.CouponKind;
import io.sluice.node.DiscountOffer;
import io.sluice.node.NodeCheck;
import io.sluice.node.Text;
import java.util.Optional;

/** Reports problems of settings inside another setting. */
record CheckInside(String prefix, NodeCheck outer) implements NodeCheck {
  @Override
  public boolean hasSegment(String key) {
    return outer.hasSegment(key);
  }

  @Override
  public boolean hasList(String key) {
    return outer.hasList(key);
  }

  @Override
  public Optional<AttributeKind> attributeKind(String key) {
    return outer.attributeKind(key);
  }

  @Override
  public boolean hasAccount(String key) {
    return outer.hasAccount(key);
  }

  @Override
  public Optional<CouponKind> couponKind(String key) {
    return outer.couponKind(key);
  }

  @Override
  public Optional<DiscountOffer> discountOffer(String key) {
    return outer.discountOffer(key);
  }

  @Override
  public Optional<CodePool> codePool(String key) {
    return outer.codePool(key);
  }

  @Override
  public boolean givesCoupons(String node) {
    return outer.givesCoupons(node);
  }

  @Override
  public void error(String code, String field, Text message) {
    outer.error(code, prefix + field, message);
  }

  @Override
  public void warning(String code, String field, Text message) {
    outer.warning(code, prefix + field, message);
  }
}
