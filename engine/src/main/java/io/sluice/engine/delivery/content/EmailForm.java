package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Rendered;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Renderer;
import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.member.ProfileField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An e-mail.
 *
 * @param parts its templates by name
 * @param unsubscribe whether it offers to end the consent by one click
 */
record EmailForm(Map<String, LiquidTemplate> parts, boolean unsubscribe) implements MessageForm {
  private static final Placeholder NAME = new Placeholder.Profile(ProfileField.NAME);
  private static final String HTML = "html";
  private static final String PREHEADER = "preheader";
  private static final Rendered NOTHING = new Rendered("", List.of());
  private static final List<String> PLAIN = List.of("subject", "text", "sender");

  static EmailForm of(Map<String, String> content, boolean unsubscribe, Liquid liquid) {
    return new EmailForm(MessageParts.EMAIL.read(content, liquid), unsubscribe);
  }

  @Override
  public Optional<ProfileField> address() {
    return Optional.of(ProfileField.EMAIL);
  }

  @Override
  public List<LiquidTemplate> templates() {
    return List.copyOf(parts.values());
  }

  @Override
  public Set<Placeholder> placeholders() {
    Set<Placeholder> placeholders = new HashSet<>(MessageForm.super.placeholders());
    placeholders.add(NAME);
    return placeholders;
  }

  @Override
  public Maker maker(RenderSettings settings) {
    Map<String, Renderer> renderers = new HashMap<>();
    parts.forEach((name, template) -> renderers.put(name, template.renderer(settings)));
    return new EmailMaker(renderers, settings.trackClicks());
  }

  /** Finishes the HTML anew only where it was rendered anew. */
  private final class EmailMaker implements Maker {
    private final Map<String, Renderer> renderers;
    private final boolean tracked;
    private Rendered lastHtml;
    private Rendered lastPreheader;
    private Rendered body;

    EmailMaker(Map<String, Renderer> renderers, boolean tracked) {
      this.renderers = renderers;
      this.tracked = tracked;
    }

    @Override
    public Made make(Person person, Links links) {
      Map<String, String> content = new HashMap<>();
      for (String part : PLAIN) {
        if (renderers.containsKey(part)) {
          content.put(part, PersonalLinks.in(render(part, person), person.member(), links));
        }
      }
      content.computeIfPresent("subject", (part, text) -> oneLine(text));
      content.computeIfPresent("sender", (part, text) -> oneLine(text));
      if (renderers.containsKey(HTML)) {
        content.put(HTML, PersonalLinks.in(body(person), person.member(), links));
      }
      if (person.values().get(NAME) instanceof String name) {
        content.put("recipient", oneLine(name));
      }
      if (unsubscribe) {
        content.put("unsubscribe", links.unsubscribe(person.member()));
      }
      return new Made(Optional.empty(), content, 1);
    }

    private Rendered body(Person person) {
      Rendered html = render(HTML, person);
      Rendered preheader = renderers.containsKey(PREHEADER) ? render(PREHEADER, person) : NOTHING;
      if (html != lastHtml || preheader != lastPreheader) {
        lastHtml = html;
        lastPreheader = preheader;
        String whole = HtmlBody.withPreheader(html.text(), preheader.text());
        body =
            tracked ? HtmlBody.tracked(whole, html.targets()) : new Rendered(whole, html.targets());
      }
      return body;
    }

    private Rendered render(String part, Person person) {
      return renderers.get(part).render(person.values()::get);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }
}
