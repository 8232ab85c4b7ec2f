package io.sluice.engine.nodetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.nodetype.NodeTypeController.NodeOutPort;
import io.sluice.engine.nodetype.NodeTypeController.NodePorts;
import io.sluice.engine.nodetype.NodeTypeController.NodeSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePortsTest {
  private final NodeTypeController controller =
      new NodeTypeController(BuiltInNodes.types(), BuiltInNodes.schemas(), BuiltInNodes.binder());

  @Test
  void tellsThePortsThatTheSettingsMake() {
    assertThat(out("branch", "{\"branches\": [{\"key\": \"vip\", \"name\": \"VIPs\"}]}"))
        .containsExactly("vip", "rest");
  }

  @Test
  void tellsThePortsOfSettingsThatAreWrong() {
    assertThat(out("branch", "{\"branches\": 7, \"other\": true}")).containsExactly("rest");
  }

  @Test
  void tellsNoPortsOfAnUnknownType() {
    assertThat(out("teleport", "{}")).isEmpty();
  }

  @Test
  void saysWhereManyArrowsMayEnter() {
    NodePorts exclude = controller.ports(List.of(new NodeSettings("exclude", null))).get(0);

    assertThat(exclude.in())
        .extracting(port -> port.key() + " " + port.many())
        .containsExactly("main false", "minus true");
  }

  @Test
  void listsSettingsInTheOrderOfTheForm() {
    JsonNode wait =
        controller.list().stream()
            .filter(type -> type.key().equals("wait"))
            .findFirst()
            .orElseThrow()
            .settings();

    assertThat(wait.path("properties").fieldNames())
        .toIterable()
        .containsExactly("for", "duration", "until", "weekdays", "time", "date", "zone");
    assertThat(wait.at("/properties/duration/x-when").asText()).isEqualTo("for=duration|entry");
  }

  private List<String> out(String type, String config) {
    try {
      NodeSettings node = new NodeSettings(type, new ObjectMapper().readTree(config));
      return controller.ports(List.of(node)).get(0).out().stream().map(NodeOutPort::key).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
