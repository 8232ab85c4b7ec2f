package io.sluice.engine.member;

import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportKind;
import io.sluice.engine.importing.ImportOptions;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Files with a member per row. */
@Component
class MemberImport implements ImportKind {
  private final Attributes attributes;
  private final MemberWriter writer;

  MemberImport(Attributes attributes, MemberWriter writer) {
    this.attributes = attributes;
    this.writer = writer;
  }

  @Override
  public String key() {
    return "members";
  }

  @Override
  public RowWriter open(
      Workspace workspace, List<String> columns, ImportOptions options, Instant startedAt) {
    Map<String, Attribute> known =
        attributes.all(workspace.id()).stream()
            .collect(Collectors.toMap(Attribute::key, Function.identity()));
    Header header =
        new Header(columns, options, field -> isField(field, known), fields(known))
            .require(MemberColumns.MEMBER);
    List<ConsentColumns> consents =
        header.fields().stream()
            .filter(field -> ConsentColumns.CHANNEL.matcher(field).matches())
            .map(field -> new ConsentColumns(header, options, field))
            .toList();
    header.refuseIfWrong();
    MemberColumns rows = new MemberColumns(header, known, consents, workspace.zone());
    return new MemberFile(workspace.id(), rows, writer, startedAt);
  }

  private static boolean isField(String field, Map<String, Attribute> known) {
    return field.equals(MemberColumns.MEMBER)
        || ProfileField.of(field).isPresent()
        || field.startsWith(MemberColumns.ATTRIBUTE)
            && known.containsKey(field.substring(MemberColumns.ATTRIBUTE.length()))
        || ConsentColumns.COLUMN.matcher(field).matches();
  }

  private static String fields(Map<String, Attribute> known) {
    List<String> names = new ArrayList<>(List.of(MemberColumns.MEMBER));
    for (ProfileField field : ProfileField.values()) {
      names.add(field.key());
    }
    known.keySet().stream().sorted().forEach(key -> names.add(MemberColumns.ATTRIBUTE + key));
    names.add("consent:<channel>");
    return String.join(", ", names);
  }
}
