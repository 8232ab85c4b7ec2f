package io.sluice.engine.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.http.WebHooks;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Posts messages to chat robots, each in the form that it takes. */
@Component
class RobotPost {
  private final WebHooks webHooks;
  private final ObjectMapper json;

  RobotPost(WebHooks webHooks, ObjectMapper json) {
    this.webHooks = webHooks;
    this.json = json;
  }

  Handover send(String address, Contact.Robot robot, String text) {
    try {
      return webHooks.post(address, json.writeValueAsBytes(body(robot, text)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> body(Contact.Robot robot, String text) {
    return switch (robot) {
      case WECOM, DINGTALK -> Map.of("msgtype", "text", "text", Map.of("content", text));
      case FEISHU -> Map.of("msg_type", "text", "content", Map.of("text", text));
      case SLACK -> Map.of("text", text);
    };
  }
}
