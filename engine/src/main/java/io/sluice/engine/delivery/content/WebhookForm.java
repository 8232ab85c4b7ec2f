package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Escaping;
import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Renderer;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.member.ProfileField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of another system: a web address, and a JSON body about the person. */
record WebhookForm(LiquidTemplate url, LiquidTemplate body) implements MessageForm {
  private static final String BODY = "body";

  static WebhookForm of(Map<String, String> content, Liquid liquid) {
    return new WebhookForm(
        liquid.read(content.getOrDefault("url", ""), Escaping.URL),
        liquid.read(content.getOrDefault(BODY, ""), Escaping.JSON));
  }

  @Override
  public Optional<ProfileField> address() {
    return Optional.empty();
  }

  @Override
  public List<LiquidTemplate> templates() {
    return List.of(url, body);
  }

  @Override
  public Maker maker(RenderSettings settings) {
    Renderer urls = url.renderer(settings);
    Renderer bodies = body.renderer(settings);
    return (person, links) ->
        new Made(
            Optional.of(
                PersonalLinks.in(urls.render(person.values()::get), person.member(), links)),
            Map.of(
                BODY,
                PersonalLinks.in(bodies.render(person.values()::get), person.member(), links)),
            1);
  }
}
