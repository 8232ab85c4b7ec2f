package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Escaping;
import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Rendered;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.member.ProfileField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An SMS: signature, text and opt-out as one text, whose parts are counted. */
record SmsForm(LiquidTemplate text, SmsParts parts) implements MessageForm {
  /** The names of its parts. */
  static final String TEXT = "text";

  static final String SIGNATURE = "signature";
  static final String OPT_OUT = "opt-out";

  static SmsForm of(Map<String, String> content, SmsParts parts, Liquid liquid) {
    String signed =
        joined(bracketed(content.getOrDefault(SIGNATURE, "")), content.getOrDefault(TEXT, ""));
    String whole = joined(signed, content.getOrDefault(OPT_OUT, ""));
    return new SmsForm(liquid.read(whole, Escaping.NONE), parts);
  }

  /**
   * Latin words need a blank between them, and a link ends only where there is one. Chinese goes
   * without, where each character costs.
   */
  private static String joined(String first, String second) {
    boolean touching =
        !first.isEmpty()
            && !second.isEmpty()
            && isLatin(first.charAt(first.length() - 1))
            && isLatin(second.charAt(0));
    return touching ? first + " " + second : first + second;
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x7f;
  }

  /** A signature stands in lenticular brackets unless it has brackets of its own. */
  private static String bracketed(String signature) {
    String stripped = signature.strip();
    boolean plain = !stripped.isEmpty() && "【[".indexOf(stripped.charAt(0)) < 0;
    return plain ? "【" + stripped + "】" : stripped;
  }

  @Override
  public Optional<ProfileField> address() {
    return Optional.of(ProfileField.PHONE);
  }

  @Override
  public List<LiquidTemplate> templates() {
    return List.of(text);
  }

  @Override
  public Maker maker(RenderSettings settings) {
    LiquidTemplate.Renderer renderer = text.renderer(settings);
    return new Maker() {
      private String last;
      private Made made;

      @Override
      public Made make(Person person, Links links) {
        Rendered rendered = renderer.render(person.values()::get);
        String finished = PersonalLinks.in(rendered, person.member(), links);
        // The very same text again: nothing in it is personal.
        if (finished != last) {
          last = finished;
          made = new Made(Optional.empty(), Map.of(TEXT, finished), parts.count(finished));
        }
        return made;
      }
    };
  }
}
