package io.sluice.node.testkit;

import io.sluice.node.NodeCheck;
import io.sluice.node.NodeType;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
  private final Predicate<SetRef> sets;

  private SettingsCheck(Predicate<SetRef> sets) {
    this.sets = sets;
  }

  static <C extends Record> List<Problem> problems(
      NodeType<C> type, C settings, Predicate<SetRef> sets) {
    SettingsCheck check = new SettingsCheck(sets);
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
    return sets.test(SetRef.segment(key));
  }

  @Override
  public boolean hasList(String key) {
    return sets.test(SetRef.list(key));
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
