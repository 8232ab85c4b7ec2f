package io.sluice.node.testkit;

import io.sluice.node.AttributeKind;
import io.sluice.node.CodePool;
import io.sluice.node.CouponKind;
import io.sluice.node.DiscountOffer;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeType;
import io.sluice.node.Text;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Collects the problems of settings: those of their annotations, then those of the node type. */
final class SettingsCheck implements NodeCheck {
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private final List<Problem> problems = new ArrayList<>();
  private final KnownThings known;

  private SettingsCheck(KnownThings known) {
    this.known = known;
  }

  static <C extends Record> List<Problem> problems(
      NodeType<C> type, C settings, KnownThings known) {
    SettingsCheck check = new SettingsCheck(known);
    VALIDATOR
        .validate(settings)
        .forEach(
            violation ->
                check.error(
                    Problem.INVALID_SETTING,
                    violation.getPropertyPath().toString(),
                    Text.of(violation.getMessage(), violation.getMessage())));
    type.check(settings, check);
    return List.copyOf(check.problems);
  }

  @Override
  public boolean hasSegment(String key) {
    return known.hasSegment(key);
  }

  @Override
  public boolean hasList(String key) {
    return known.hasList(key);
  }

  @Override
  public Optional<AttributeKind> attributeKind(String key) {
    return known.attributeKind(key);
  }

  @Override
  public boolean hasAccount(String key) {
    return known.hasAccount(key);
  }

  @Override
  public Optional<CouponKind> couponKind(String key) {
    return known.couponKind(key);
  }

  @Override
  public Optional<DiscountOffer> discountOffer(String key) {
    return known.discountOffer(key);
  }

  @Override
  public Optional<CodePool> codePool(String key) {
    return known.codePool(key);
  }

  @Override
  public boolean givesCoupons(String node) {
    return known.givesCoupons(node);
  }

  @Override
  public void error(String code, String field, Text message) {
    problems.add(new Problem(true, code, field, message));
  }

  @Override
  public void warning(String code, String field, Text message) {
    problems.add(new Problem(false, code, field, message));
  }
}
