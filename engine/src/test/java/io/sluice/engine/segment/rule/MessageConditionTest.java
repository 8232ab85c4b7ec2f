package io.sluice.engine.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.member.Attribute;
import io.sluice.node.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on what happened earlier in the run, as they are read. */
class MessageConditionTest {
  @Test
  void readsWhatBecameOfAMessage() {
    assertThat(parse("{'message':{'node':'sms1','is':'clicked'}}").tree())
        .isEqualTo(
            new RuleTree.Leaf(new Condition.Message("sms1", Happening.CLICKED, Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'message':{'node':'sms1','is':'delivered'}} | 1",
        "{'none':[{'any':[{'message':{'node':'sms1','is':'failed','waitUpTo':'PT2H'}}]}]} | 1",
        "{'message':{'node':'sms1','is':'delivered','waitUpTo':'PT0S'}} | 0",
        "{'message':{'node':'sms1','is':'clicked'}} | 0",
        "{'all':[{'tag':'delivered'},{'attribute':'gone'}]} | 0",
        "not json | 0",
      })
  void findsTheConditionsThatWaitForReceipts(String rule, int conditions) {
    assertThat(AwaitedReceipts.in(List.of(new Rule(rule.replace('\'', '"'))))).hasSize(conditions);
  }

  @Test
  void readsWindowsWithinTheRun() {
    for (String window : List.of("{'since':'entering'}", "{'sinceNode':'wait1'}")) {
      assertThat(orders(window).problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'message':{'node':'sms2','is':'clicked'}}  | /message/node | unknown-node",
        "{'message':{'node':'wait1','is':'clicked'}} | /message/node | unknown-node",
        "{'message':{'node':'sms1','is':'liked'}}    | /message/is   | unknown-value",
        "{'message':{'node':'sms1'}}                 | /message      | missing-field",
        "{'message':'sms1'}                          | /message      | wrong-type",
        "{'message':{'node':'sms1','is':'clicked','x':1}} | /message/x | unknown-field",
        "{'message':{'node':'sms1','is':'clicked','waitUpTo':'PT1H'}} | /message/waitUpTo | not-awaited",
        "{'message':{'node':'sms1','is':'failed','waitUpTo':'1 hour'}} | /message/waitUpTo | bad-duration",
        "{'message':{'node':'sms1','is':'failed','waitUpTo':'P31D'}} | /message/waitUpTo | bad-duration",
      })
  void namesWhatIsWrong(String rule, String path, String code) {
    RuleProblem problem = parse(rule).problems().get(0);

    assertThat(problem.path()).isEqualTo(path);
    assertThat(problem.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'since':'birth'}                       | unknown-value",
        "{'sinceNode':'sms9'}                    | unknown-node",
        "{'since':'entering','sinceNode':'sms1'} | not-a-window",
      })
  void namesWhatIsWrongWithAWindow(String window, String code) {
    assertThat(orders(window).problems().get(0).code()).isEqualTo(code);
  }

  @Test
  void knowsNoRunWhereThereAreNoNodesBefore() {
    String rule = "{'message':{'node':'sms1','is':'clicked'}}".replace('\'', '"');

    assertThat(RuleParser.parse(new Rule(rule), new Nodes(Set.of(), Set.of())).problems())
        .hasSize(1);
  }

  private static RuleParser.Parsed orders(String window) {
    return parse("{'orders':'count','op':'at-least','value':1,'window':" + window + "}");
  }

  private static RuleParser.Parsed parse(String rule) {
    return RuleParser.parse(
        new Rule(rule.replace('\'', '"')), new Nodes(Set.of("sms1", "wait1"), Set.of("sms1")));
  }

  private record Nodes(Set<String> nodes, Set<String> messageNodes) implements RuleVocabulary {
    @Override
    public Optional<Attribute> attribute(String key) {
      return Optional.empty();
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public boolean hasSegment(String key) {
      return false;
    }
  }
}
