package io.sluice.engine.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Slips in the settings of nodes: types, numbers, durations, rules. */
final class SettingSlips {
  private final JsonNode file;
  private final List<Mutation> slips = new ArrayList<>();

  private SettingSlips(JsonNode file) {
    this.file = file;
  }

  static List<Mutation> in(JsonNode file) {
    SettingSlips slips = new SettingSlips(file);
    slips.settings();
    slips.numbers();
    slips.rules();
    return slips.slips;
  }

  /** Wrong types of every setting of every node, at any depth; settings unknown and missing. */
  private void settings() {
    for (int i = 0; i < file.path("nodes").size(); i++) {
      String config = "/nodes/" + i + "/config";
      setting(config);
      set(config + "/colour", "1");
      set(config + "/'; drop table member; --", "1");
      for (Iterator<String> names = file.at(config).fieldNames(); names.hasNext(); ) {
        slips.add(Mutation.remove(config + "/" + names.next()).semantic());
      }
    }
    slips.removeIf(slip -> slip.what().matches("without .*/expiresAfter"));
  }

  private void setting(String at) {
    JsonNode holder = file.at(at);
    holder.fieldNames().forEachRemaining(name -> setting(at + "/" + name, holder.get(name)));
    IntStream.range(0, holder.isArray() ? holder.size() : 0)
        .forEach(i -> setting(at + "/" + i, holder.get(i)));
  }

  private void setting(String at, JsonNode value) {
    boolean rule = at.contains("/rule");
    int before = slips.size();
    slips.addAll(Mutation.wrongTypes(at, value));
    if (rule) {
      // Rules are read by the check, so a draft may hold a wrong one.
      slips.subList(before, slips.size()).replaceAll(Mutation::semantic);
    }
    setting(at);
  }

  private void numbers() {
    for (String number :
        List.of(
            "1e999999",
            "-1e999999",
            "1e-999999",
            "-1",
            "0",
            "1.5",
            "1e2147483647",
            "9".repeat(50))) {
      slips.add(Mutation.raw("/nodes/8/config/draws/0/ratio", number).semantic());
      slips.add(Mutation.raw("/nodes/9/config/variants/0/percent", number).semantic());
    }
    for (String number :
        List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "0x10",
            "01",
            "+1",
            "1.",
            ".5",
            "9".repeat(5_000),
            "1e99999999999",
            "${1+1}")) {
      slips.add(Mutation.raw("/nodes/8/config/draws/0/ratio", number));
      slips.add(Mutation.raw("/nodes/9/config/controlPercent", number));
      slips.add(Mutation.raw("/schemaVersion", number));
    }
    for (String x : List.of("1e999999", "1e7", "-1000001", "null", "\"1\"", "{}")) {
      slips.add(Mutation.raw("/nodes/0/position", "{\"x\":" + x + ",\"y\":0}"));
    }
    for (String inputs : List.of("0", "1", "21", "-2147483648")) {
      slips.add(Mutation.raw("/nodes/7/config/inputs", inputs).semantic());
    }
    for (String inputs : List.of("2147483648", "2.5", "1e999999")) {
      slips.add(Mutation.raw("/nodes/7/config/inputs", inputs));
    }
    for (String duration :
        List.of(
            "\"\"", "\"P\"", "\"3 days\"", "\"P3Dx\"", "\"${x}\"", "\"P99999999999999999999D\"")) {
      slips.add(Mutation.raw("/nodes/10/config/duration", duration));
    }
    for (String duration : List.of("\"P-3D\"", "\"PT0S\"", "\"P400D\"")) {
      slips.add(Mutation.raw("/nodes/10/config/duration", duration).semantic());
    }
  }

  private void rules() {
    String rule = "/nodes/2/config/rule";
    for (String wrong :
        List.of(
            "{}",
            "{\"profile\":\"level\"}",
            "{\"profile\":\"colour\",\"op\":\"is\",\"value\":1}",
            "{\"profile\":\"level\",\"op\":\"like\",\"value\":1}",
            "{\"profile\":\"level\",\"op\":\"is\",\"value\":1,\"colour\":1}",
            "{\"profile\":\"level\",\"op\":\"is\",\"value\":\"${1+1}\"}",
            "{\"profile\":\"level\",\"op\":\"is\",\"value\":1e999}",
            "{\"profile\":\"level\",\"op\":\"is\",\"value\":99999999999999999999}",
            "{\"profile\":\"level\",\"tag\":\"vip\"}",
            "{\"profile\":\"'; drop table member; --\",\"op\":\"is\",\"value\":1}",
            "{\"all\":{}}",
            "{\"all\":[1]}",
            "{\"any\":[{}],\"all\":[]}",
            "{\"attribute\":\"no-such\",\"op\":\"is\",\"value\":1}",
            "{\"segment\":\"no-such\"}",
            "{\"tag\":\"vip\",\"op\":\"maybe\"}",
            "{\"lifecycle\":[]}",
            "{\"lifecycle\":[\"asleep\"]}",
            "{\"orders\":\"count\",\"op\":\"at-least\",\"value\":1,\"where\":{\"colour\":1}}",
            "{\"orders\":\"count\",\"op\":\"at-least\",\"value\":1,\"window\":{\"last\":-1}}",
            "{\"anniversary\":\"birth_date\",\"from\":3,\"to\":1}",
            "{\"anniversary\":\"birth_date\",\"from\":\"a\",\"to\":1}",
            nested(33),
            "{\"all\":" + Collections.nCopies(501, "{\"tag\":\"a\"}") + "}")) {
      slips.add(Mutation.set(rule, Mutation.json(wrong)).semantic());
    }
    slips.add(Mutation.set(rule, Mutation.json(nested(70))));
  }

  private static String nested(int depth) {
    return "{\"all\":[".repeat(depth) + "{\"tag\":\"a\"}" + "]}".repeat(depth);
  }

  private void set(String at, String json) {
    slips.add(Mutation.set(at, Mutation.json(json)));
  }
}
