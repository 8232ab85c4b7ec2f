package io.sluice.engine.hostile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two hundred texts that some parser, engine or database might take for more than a text. */
final class HostileTexts {
  /** Set by the expressions of {@link #LIVE} where one is evaluated. */
  static final String PROPERTY = "sluice.evaluated";

  /** Made by expressions where one is evaluated. */
  static final String FILE = "target/evaluated";

  /** An expression that does something when it is evaluated. */
  static final String LIVE =
      "''.getClass().forName('java.lang.System')"
          + ".getMethod('setProperty',''.getClass(),''.getClass())"
          + ".invoke(null,'"
          + PROPERTY
          + "','yes')";

  private static final int COUNT = 200;
  private static final List<String> EXPRESSIONS =
      List.of(
          LIVE,
          "''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('touch "
              + FILE
              + "')",
          "''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch " + FILE + "')",
          "execution.setVariable('x',1)",
          "sluiceStep",
          "sluiceTimer.due(execution)",
          "1/0");
  private static final List<String> FORMS =
      List.of(
          "${%s}",
          "#{%s}",
          "$${%s}",
          "##{%s}",
          "$#{%s}",
          "${${%s}}",
          "#{${%s}}",
          "\\${%s}",
          "$\u200B{%s}",
          "$\u00AD{%s}",
          "${\u200B%s}",
          "＄{%s}",
          "&#36;{%s}",
          "&#x24;&#x7B;%s}",
          "]]>${%s}<![CDATA[",
          "\"${%s}\"",
          "%%24%%7B%s%%7D",
          "{{%s}}",
          "{%% assign x = %s %%}",
          "<%%= %s %%>",
          " a ${%s} b ",
          "${%s");
  private static final List<String> OTHERS =
      List.of(
          "'; drop table member; --",
          "\"; drop table member; --",
          "x' or '1'='1",
          "1); delete from campaign; --",
          "\\'; drop table campaign_version; --",
          "%' or 1=1 --",
          "' union select * from member --",
          "]]><script>alert(1)</script>",
          "<![CDATA[x]]>",
          "</bpmn:process>",
          "</name><camunda:script>x</camunda:script>",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "\"><svg onload=alert(1)>",
          "&lt;",
          "&amp;#36;",
          "&undefined;",
          "&#0;",
          "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
          "<?xml version='1.0'?>",
          "-->",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "/etc/passwd",
          "C:\\x",
          "file:///etc/passwd",
          "a/b?c=d#e",
          "..",
          ".",
          "~",
          "{{ 'a' | append: 'b' }}",
          "{% include 'x' %}",
          "{%- raw -%}",
          "%s%n%d",
          "{0}",
          "$1\\1",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "@SUM(1)",
          "👩‍👩‍👧‍👦🎉",
          "\u202Eabc\u202C",
          "‏שלום",
          "مرحبا",
          "a\u0301\u0327",
          "ß ẞ ı İ",
          "名前、活动",
          "a\u2028b",
          "\u00A0x\u00A0",
          "null",
          "undefined",
          "true",
          "NaN",
          "0x10",
          "x".repeat(200),
          "名".repeat(200),
          "👍".repeat(100),
          "$".repeat(200),
          "${".repeat(100),
          "x".repeat(199) + "{");

  private HostileTexts() {}

  static List<String> all() {
    Set<String> texts = new LinkedHashSet<>(OTHERS);
    for (String expression : EXPRESSIONS) {
      for (String form : FORMS) {
        texts.add(form.formatted(expression));
      }
    }
    return List.copyOf(new ArrayList<>(texts).subList(0, COUNT));
  }

  /** As much of the text as can be the key of a tag or segment. */
  static String key(String text) {
    String key = cut(text, 64).strip();
    return key.matches("[.]{1,2}") ? "dots " + key : key;
  }

  /** The text if it fits, else as much of it as does. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, half ? longest - 1 : longest);
  }
}
