package io.sluice.node.types.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.AccountRef;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.PointsWrite;
import io.sluice.node.PointsWrite.Change;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.reward.PointsNode.Action;
import io.sluice.node.types.reward.PointsNode.Settings;
import io.sluice.node.types.reward.PointsNode.Shortfall;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointsNodeTest extends NodeTypeContract<Settings> {
  private static final AccountRef SHOP = new AccountRef("shop");

  PointsNodeTest() {
    super(
        new PointsNode(),
        new Settings("shop", Action.ADD, 100L, null, null, null),
        new Settings("shop", Action.ADD, 100L, null, "welcome", null),
        new Settings("shop", Action.DEDUCT, 100L, Shortfall.FAIL, null, null),
        new Settings("shop", Action.DEDUCT, 100L, Shortfall.CLAMP, null, null),
        new Settings("shop", Action.RESET, null, null, null, null));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new PointsNode()).points("shop", 1, 50).points("shop", 2, 100).in(1, 2, 3);

  @Test
  void addsPoints() {
    assertThat(
            node.settings("{\"account\":\"shop\",\"action\":\"add\",\"points\":5}").run().writes())
        .containsExactly(new PointsWrite(SHOP, Change.ADD, 5, Audience.of(1, 2, 3)));
  }

  @Test
  void failsForThoseWhoHaveTooFew() {
    NodeResult result = node.settings(deduct(null)).run();

    assertThat(result.at(ActionNode.FAILED)).isEqualTo(Audience.of(1, 3));
    assertThat(result.writes())
        .containsExactly(new PointsWrite(SHOP, Change.DEDUCT, 100, Audience.of(2)));
  }

  @Test
  void deductsDownToZeroWhereTold() {
    assertThat(node.settings(deduct(Shortfall.CLAMP)).run().writes())
        .containsExactly(new PointsWrite(SHOP, Change.DEDUCT_TO_ZERO, 100, Audience.of(1, 2, 3)));
  }

  @Test
  void givesEachPersonAtMostOneRewardOfAGroup() {
    NodeResult result =
        node.kept(SetRef.rewardGroup("welcome"), 1)
            .kept(SetRef.BENEFIT_BLACKLIST, 2)
            .settings(new Settings("shop", Action.ADD, 5L, null, "welcome", null))
            .run();

    assertThat(result.at(ActionNode.SUPPRESSED)).isEqualTo(Audience.of(1, 2));
    assertThat(result.writes())
        .containsExactly(
            new PointsWrite(SHOP, Change.ADD, 5, Audience.of(3)),
            SetWrite.add(SetRef.rewardGroup("welcome"), Audience.of(3)));
  }

  @Test
  void refusesAnAccountThatIsNotThere() {
    assertThat(node.settings(new Settings("bank", Action.ADD, null, null, null, null)).problems())
        .extracting(Problem::code)
        .containsExactly("unknown-points-account", "points-missing");
  }

  @Test
  void refusesWhatMeansNothingForTheAction() {
    assertThat(unused("{'account':'shop','action':'reset','points':5,'shortfall':'fail'}"))
        .containsExactly("points", "shortfall");
    assertThat(unused("{'account':'shop','action':'add','points':5,'shortfall':'clamp'}"))
        .containsExactly("shortfall");
    assertThat(unused("{'account':'shop','action':'deduct','points':5,'group':'a'}"))
        .containsExactly("group");
  }

  private List<String> unused(String settings) {
    return node.settings(settings.replace('\'', '"')).problems().stream()
        .filter(problem -> problem.code().equals("setting-unused"))
        .map(Problem::field)
        .toList();
  }

  @Test
  void refusesGroupsThatNobodyCanTellApart() {
    for (String group : List.of("", " ", " vip", "vip\u3000", "a\nb", "..")) {
      assertThat(node.settings(new Settings("shop", Action.ADD, 5L, null, group, null)).problems())
          .extracting(Problem::field)
          .as("'" + group + "'")
          .containsExactly("group");
    }
  }

  private static Settings deduct(Shortfall shortfall) {
    return new Settings("shop", Action.DEDUCT, 100L, shortfall, null, null);
  }
}
