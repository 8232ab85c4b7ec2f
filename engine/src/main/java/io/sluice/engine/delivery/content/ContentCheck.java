package io.sluice.engine.delivery.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.liquid.PartCheck;
import io.sluice.engine.delivery.content.liquid.PartCheck.PartProblem;
import io.sluice.engine.delivery.content.template.Template;
import io.sluice.engine.delivery.content.template.Templates;
import io.sluice.engine.delivery.content.words.WordList;
import io.sluice.engine.delivery.content.words.WordSeverity;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what is wrong with what a message says, before anybody gets it. */
@Component
public class ContentCheck {
  private final PartCheck parts;
  private final Templates templates;
  private final WordList words;
  private final Gateways gateways;
  private final ImportedLists lists;
  private final RewardCheck rewards;
  private final ObjectMapper json;

  ContentCheck(
      PartCheck parts,
      Templates templates,
      WordList words,
      Gateways gateways,
      ImportedLists lists,
      RewardCheck rewards,
      ObjectMapper json) {
    this.parts = parts;
    this.templates = templates;
    this.words = words;
    this.gateways = gateways;
    this.lists = lists;
    this.rewards = rewards;
    this.json = json;
  }

  /**
   * All problems of all variants.
   *
   * @param route what stands before the message
   */
  public List<ContentProblem> check(Workspace workspace, Message message, Route route) {
    Set<String> columns =
        route.lists().stream()
            .flatMap(list -> lists.find(workspace.id(), list).stream())
            .flatMap(list -> list.columns().stream())
            .collect(Collectors.toSet());
    List<ContentProblem> problems = new ArrayList<>();
    for (int i = 0; i < message.variants().size(); i++) {
      problems.addAll(new VariantCheck(workspace, message, i, columns, route).problems());
    }
    return problems;
  }

  private final class VariantCheck {
    private final Workspace workspace;
    private final Message message;
    private final int index;
    private final Variant variant;
    private final Set<String> columns;
    private final Route route;
    private final List<ContentProblem> problems = new ArrayList<>();

    VariantCheck(
        Workspace workspace, Message message, int index, Set<String> columns, Route route) {
      this.workspace = workspace;
      this.message = message;
      this.index = index;
      this.variant = message.variants().get(index);
      this.columns = columns;
      this.route = route;
    }

    List<ContentProblem> problems() {
      MessageParts channel = MessageParts.of(variant.channel()).orElse(null);
      if (channel == null) {
        error("unknown-channel", "channel", ContentTexts.unknownChannel(variant.channel()));
        return problems;
      }
      variant.gateway().ifPresent(this::checkGateway);
      Map<String, String> content = new HashMap<>(variant.content());
      Optional<Template> template = template();
      template.ifPresent(approved -> content.putAll(approved.content()));
      if (variant.template().isEmpty() || template.isPresent()) {
        checkParts(channel, content);
        checkObligations(channel, content, template.isPresent());
        checkWords(content);
      }
      return problems;
    }

    private void checkGateway(String key) {
      boolean known =
          gateways
              .describe(workspace.id(), key)
              .filter(gateway -> gateway.channel().equals(variant.channel()))
              .isPresent();
      if (!known) {
        error("unknown-gateway", "gateway", ContentTexts.unknownGateway(key, variant.channel()));
      }
    }

    private Optional<Template> template() {
      if (variant.template().isEmpty()) {
        return Optional.empty();
      }
      String reference = variant.template().get();
      Optional<Template> approved = templates.approved(workspace.id(), reference);
      if (approved.isPresent() && !approved.get().channel().equals(variant.channel())) {
        error(
            "template-channel",
            "template",
            ContentTexts.wrongChannel(reference, approved.get().channel(), variant.channel()));
        return Optional.empty();
      }
      if (approved.isEmpty() && templates.exists(workspace.id(), reference)) {
        error("template-not-approved", "template", ContentTexts.notApproved(reference));
      } else if (approved.isEmpty()) {
        error("unknown-template", "template", ContentTexts.unknownTemplate(reference));
      }
      return approved;
    }

    private void checkParts(MessageParts channel, Map<String, String> content) {
      for (PartProblem found :
          parts.check(workspace.id(), channel, content, Optional.of(columns))) {
        error(found.problem().code(), found.part(), found.problem().text());
      }
      for (RewardCheck.Found found : rewards.check(workspace.id(), channel, content, route)) {
        problems.add(
            new ContentProblem(found.error(), found.code(), index, found.part(), found.text()));
      }
      if (channel == MessageParts.WEBHOOK && problems.isEmpty() && !isJson(content.get("body"))) {
        error("body-no-json", "body", ContentTexts.noJson());
      }
    }

    /** Placeholders stand inside of texts, so the template itself reads as JSON with others. */
    private boolean isJson(String body) {
      try {
        String filled = body.replaceAll("(?s)\\{\\{.*?}}", "0").replaceAll("(?s)\\{%.*?%}", "");
        return json.readTree(filled) != null;
      } catch (JsonProcessingException e) {
        return false;
      }
    }

    /** What a node without a template must have, its type checks. */
    private void checkObligations(
        MessageParts channel, Map<String, String> content, boolean fromTemplate) {
      boolean marketing = message.purpose() == Purpose.MARKETING;
      if (channel == MessageParts.SMS && fromTemplate) {
        if (!content.containsKey("signature")) {
          error("no-signature", "signature", ContentTexts.noSignature());
        }
        if (marketing && !content.containsKey("opt-out")) {
          error("no-opt-out", "opt-out", ContentTexts.noOptOut());
        }
      }
      String body = content.getOrDefault("html", content.getOrDefault("text", ""));
      if (channel == MessageParts.EMAIL && marketing && !body.contains("unsubscribe")) {
        warning("no-unsubscribe", "html", ContentTexts.noUnsubscribe());
      }
    }

    private void checkWords(Map<String, String> content) {
      Map<String, WordSeverity> listed = words.of(workspace.id());
      content.forEach(
          (part, text) -> {
            for (WordList.Found found : WordList.find(listed, text)) {
              problems.add(
                  new ContentProblem(
                      found.severity() == WordSeverity.ERROR,
                      "listed-word",
                      index,
                      part,
                      ContentTexts.listedWord(found.word())));
            }
          });
    }

    private void error(String code, String part, Text text) {
      problems.add(new ContentProblem(true, code, index, part, text));
    }

    private void warning(String code, String part, Text text) {
      problems.add(new ContentProblem(false, code, index, part, text));
    }
  }
}
