package io.sluice.engine.delivery.content.liquid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liqp.Insertions;
import liqp.nodes.FilterNode;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.AssignmentContext;
import liquid.parser.v4.LiquidParser.Capture_tag_IdContext;
import liquid.parser.v4.LiquidParser.Capture_tag_StrContext;
import liquid.parser.v4.LiquidParser.Cycle_tagContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.Include_tagContext;
import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.Lookup_IdContext;
import liquid.parser.v4.LiquidParser.Lookup_StrContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.Other_tagContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import liquid.parser.v4.LiquidParser.Simple_tagContext;
import liquid.parser.v4.LiquidParser.Table_tagContext;

/**
 * Makes the tree that renders out of a parsed template, and notes its placeholders. Refuses what
 * messages may not use: files, and tags whose output would not be escaped.
 */
final class TemplateReader extends NodeVisitor {
  private final Escaping escaping;
  private final Set<Placeholder> placeholders = new LinkedHashSet<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<String> locals = new HashSet<>();

  TemplateReader(Escaping escaping) {
    super(Insertions.STANDARD_INSERTIONS, SafeFilters.ALL, true);
    this.escaping = escaping;
  }

  Set<Placeholder> placeholders() {
    return placeholders;
  }

  /** Names of which nobody knows what they stand for. */
  Set<String> unknown() {
    return unknown;
  }

  @Override
  public LNode visitOutput(OutputContext context) {
    return new OutputNode(super.visitOutput(context), escaping);
  }

  @Override
  public FilterNode visitFilter(FilterContext context) {
    String name = context.Id().getText();
    if (SafeFilters.ALL.get(name) == null) {
      throw LiquidProblems.unknownFilter(name);
    }
    return super.visitFilter(context);
  }

  @Override
  public LookupNode visitLookup_id_indexes(Lookup_id_indexesContext context) {
    if (locals.contains(context.id().getText())) {
      return super.visitLookup_id_indexes(context);
    }
    Optional<Placeholder> placeholder = Placeholder.of(path(context));
    placeholder.ifPresentOrElse(placeholders::add, () -> unknown.add(context.getText()));
    return new PlaceholderNode(context.getText(), placeholder.orElse(new Placeholder.Key()));
  }

  private static List<String> path(Lookup_id_indexesContext context) {
    List<String> path = new ArrayList<>(List.of(context.id().getText()));
    for (IndexContext index : context.index()) {
      path.add(index.Dot() != null ? index.id2().getText() : unquoted(index.expr().getText()));
    }
    return path;
  }

  /** What is no literal names no attribute, because no attribute's key holds such characters. */
  private static String unquoted(String expression) {
    return expression.matches("'[^']*'|\"[^\"]*\"")
        ? expression.substring(1, expression.length() - 1)
        : "[" + expression + "]";
  }

  @Override
  public LookupNode visitLookup_Str(Lookup_StrContext context) {
    unknown.add(context.getText());
    return super.visitLookup_Str(context);
  }

  @Override
  public LookupNode visitLookup_Id(Lookup_IdContext context) {
    unknown.add(context.getText());
    return super.visitLookup_Id(context);
  }

  @Override
  public LNode visitAssignment(AssignmentContext context) {
    LNode node = super.visitAssignment(context);
    locals.add(context.id().getText());
    return node;
  }

  @Override
  public LNode visitFor_array(For_arrayContext context) {
    enterLoop(context.id().getText());
    return super.visitFor_array(context);
  }

  @Override
  public LNode visitFor_range(For_rangeContext context) {
    enterLoop(context.id().getText());
    return super.visitFor_range(context);
  }

  private void enterLoop(String variable) {
    locals.add(variable);
    locals.add("forloop");
  }

  @Override
  public LNode visitSimple_tag(Simple_tagContext context) {
    String tag = context.SimpleTagId().getText();
    if (!tag.equals("break") && !tag.equals("continue")) {
      throw LiquidProblems.unknownTag(tag);
    }
    return super.visitSimple_tag(context);
  }

  @Override
  public LNode visitOther_tag(Other_tagContext context) {
    throw LiquidProblems.unknownTag(context.BlockId().getText());
  }

  @Override
  public LNode visitInclude_tag(Include_tagContext context) {
    throw LiquidProblems.unknownTag("include");
  }

  @Override
  public LNode visitCapture_tag_Id(Capture_tag_IdContext context) {
    throw LiquidProblems.unknownTag("capture");
  }

  @Override
  public LNode visitCapture_tag_Str(Capture_tag_StrContext context) {
    throw LiquidProblems.unknownTag("capture");
  }

  @Override
  public LNode visitCycle_tag(Cycle_tagContext context) {
    throw LiquidProblems.unknownTag("cycle");
  }

  @Override
  public LNode visitTable_tag(Table_tagContext context) {
    throw LiquidProblems.unknownTag("tablerow");
  }
}
