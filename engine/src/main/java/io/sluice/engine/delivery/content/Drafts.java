package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.template.Templates;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeFailure;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes content that somebody is still writing as one member would get it. */
@Component
class Drafts {
  private final Composer composer;
  private final Templates templates;
  private final MemberPages members;
  private final ImportedLists lists;

  Drafts(Composer composer, Templates templates, MemberPages members, ImportedLists lists) {
    this.composer = composer;
    this.templates = templates;
    this.members = members;
    this.lists = lists;
  }

  /** The channel and the content of a draft. */
  Variant variant(Workspace workspace, MessageDraft draft) {
    return draft.variant(key -> templates.newest(workspace.id(), key));
  }

  /**
   * The message for the draft's member. Links in it lead nowhere.
   *
   * @throws Problem 400 or 404 if there is no such member or the content cannot be used
   */
  @Transactional(readOnly = true)
  Composed compose(Workspace workspace, MessageDraft draft, SmsParts parts) {
    int person = person(workspace, draft);
    List<String> columns = draft.list() == null ? List.of() : List.of(draft.list());
    try {
      return composer
          .prepare(workspace, draft.checkedPurpose(), variant(workspace, draft), columns, parts)
          .example(person);
    } catch (NodeFailure e) {
      throw new Problem(HttpStatus.BAD_REQUEST, "content-unusable", "/content", e.getMessage());
    }
  }

  private int person(Workspace workspace, MessageDraft draft) {
    if (draft.list() != null) {
      InputText.key("list", draft.list());
      int[] first = lists.people(workspace.id(), draft.list()).page(-1, 1);
      if (first.length == 0) {
        throw Problem.badField(
            "unknown-list",
            "/list",
            "There is nobody on a list '%s'; import it first.".formatted(draft.list()));
      }
      if (draft.member() == null) {
        return first[0];
      }
    }
    return members.requireId(workspace.id(), InputText.key("member", draft.member()));
  }
}
