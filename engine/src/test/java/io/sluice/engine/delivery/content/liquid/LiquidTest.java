package io.sluice.engine.delivery.content.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Renderer;
import io.sluice.engine.member.ProfileField;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;

class LiquidTest {
  private static final RenderSettings SETTINGS =
      new RenderSettings(true, Instant.parse("2026-11-21T17:30:00Z"), ZoneId.of("Asia/Shanghai"));

  private final Liquid liquid = new Liquid();

  private Renderer renderer(String template, Escaping escaping) {
    return liquid.read(template, escaping).renderer(SETTINGS);
  }

  private String render(String template, Escaping escaping, Object name) {
    return renderer(template, escaping).render(placeholder -> name).text();
  }

  @Property
  void nothingInAValueIsTakenForHtml(@ForAll String name) {
    String html = render("{{ member.name }}", Escaping.HTML, name);

    assertThat(html).doesNotContain("<", ">", "\"", "'");
    assertThat(HtmlUtils.htmlUnescape(html)).isEqualTo(LinkMarks.without(name));
  }

  @Property
  void aValueInJsonReadsBack(@ForAll String name) throws IOException {
    String json = render("{\"name\":\"{{ member.name }}\"}", Escaping.JSON, name);

    assertThat(new ObjectMapper().readTree(json).path("name").asText())
        .isEqualTo(LinkMarks.without(name));
  }

  @Test
  void givesUpWhenTheTimeIsOverOnlyWhereThereIsALimit() {
    LiquidTemplate template =
        liquid.read("{% for i in (1..9) %}{{ i | plus: 1 }}{% endfor %}", Escaping.NONE);

    assertThat(template.renderer(SETTINGS).render(placeholder -> null).text())
        .isEqualTo("2345678910");
    Renderer hasty = template.renderer(SETTINGS.within(Duration.ofNanos(1)));
    assertThatThrownBy(() -> hasty.render(placeholder -> null))
        .isInstanceOfSatisfying(
            LiquidProblem.class, slow -> assertThat(slow.code()).isEqualTo("template-too-slow"));
  }

  @Test
  void doesNotEscapeTwice() {
    assertThat(render("{{ member.name | escape }}", Escaping.HTML, "<b>")).isEqualTo("&lt;b&gt;");
    assertThat(render("{{ member.name | escape | append: '<' }}", Escaping.HTML, "<"))
        .isEqualTo("&amp;lt;&lt;");
  }

  @Test
  void givesEachThreadItsOwnPeople() {
    LiquidTemplate template =
        liquid.read(
            "{% for i in (1..3) %}{{ member.name }}{% assign n = member.name %}{% endfor %}{{ n }}",
            Escaping.NONE);

    assertThat(
            IntStream.range(0, 5_000)
                .parallel()
                .filter(
                    i ->
                        !template
                            .renderer(SETTINGS)
                            .render(p -> "<" + i + ">")
                            .text()
                            .equals(("<" + i + ">").repeat(4))))
        .isEmpty();
  }

  @Test
  void rendersOnceWhatIsTheSameForEverybody() {
    Renderer renderer = renderer("Hi {{ unsubscribe }}", Escaping.NONE);

    assertThat(renderer.render(p -> "a")).isSameAs(renderer.render(p -> "b"));
  }

  @Test
  void namesWhatItNeedsOfAPerson() {
    LiquidTemplate template =
        liquid.read(
            "{{ member.key }}{% if member.level > 2 %}{{ member.attributes['x'] }}{% endif %}"
                + "{% for i in (1..2) %}{{ i }}{{ forloop.index }}{% endfor %}{{ member.attributes[i] }}",
            Escaping.NONE);

    assertThat(template.placeholders())
        .isEqualTo(
            Set.of(
                new Placeholder.Key(),
                new Placeholder.Profile(ProfileField.LEVEL),
                new Placeholder.Custom("x"),
                new Placeholder.Custom("[i]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{ 'now' | date: '%Y-%m-%d %H:%M' }};2026-11-22 01:30",
        "{{ '2026-02-03' | date: '%-d %b %y' }};3 Feb 26",
        "{{ '2026-02-03 04:05' | date: '%I%p %%x %q' }};04AM %x %q",
        "{{ 'no date' | date: '%Y' }};no date",
        "{{ member.name | default: 'you' | capitalize }};You",
        "{{ 7 | times: 6 | minus: 0.5 }};41.5",
        "{{ 'a,b' | split: ',' | join: '+' }};a+b",
        "{{ 'a,b' | split: ',' }};'a, b'"
      })
  void filters(String template, String text) {
    assertThat(render(template, Escaping.NONE, null)).isEqualTo(text);
  }

  @Test
  void leavesNoHalfOfALink() {
    assertThatThrownBy(() -> render("{{ 'https://x.ex' | link | upcase }}", Escaping.NONE, null))
        .isInstanceOf(LiquidProblem.class)
        .hasMessageContaining("put 'link' last");
  }
}
