package io.sluice.engine.reward.code;

import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}")
class CodePoolController {
  private static final int KEY_LENGTH = 64;
  private static final int LISTED = 1_000;
  private static final int OF_MEMBER = 200;

  private final CodePools pools;
  private final CodeImport imports;
  private final GivenCodes given;
  private final MemberPages members;

  CodePoolController(CodePools pools, CodeImport imports, GivenCodes given, MemberPages members) {
    this.pools = pools;
    this.imports = imports;
    this.given = given;
    this.members = members;
  }

  @Operation(summary = "The pools of codes")
  @GetMapping("/code-pools")
  List<PoolDocument> list(@PathVariable Workspace workspace) {
    return pools.all(workspace.id()).stream().map(PoolDocument::of).toList();
  }

  @Operation(summary = "A pool of codes, and how many are left")
  @GetMapping("/code-pools/{pool}")
  PoolDocument get(@PathVariable Workspace workspace, @PathVariable String pool) {
    return PoolDocument.of(require(workspace, pool));
  }

  @Operation(summary = "Makes a pool of codes, or changes it", description = "Its codes stay.")
  @PutMapping("/code-pools/{pool}")
  PoolDocument put(
      @PathVariable Workspace workspace,
      @PathVariable String pool,
      @RequestBody PoolDocument body) {
    String key = InputText.line("pool", InputText.key("pool", pool), KEY_LENGTH);
    return PoolDocument.of(pools.put(workspace.id(), body.read(key)));
  }

  @Operation(
      summary = "Adds codes to a pool, one in each line",
      description =
          "UTF-8, at most 200,000 lines; a first line 'code' is a header. Good lines are added,"
              + " the others are told by line: codes that the pool has already, too.")
  @PostMapping(
      path = "/code-pools/{pool}/codes",
      consumes = {"text/csv", "text/plain"})
  Upload add(
      @PathVariable Workspace workspace, @PathVariable String pool, HttpServletRequest request)
      throws IOException {
    require(workspace, pool);
    CodeImport.Added added =
        imports.add(workspace.id(), pool, CodeLines.read(request.getInputStream()));
    return new Upload(
        added.codes(),
        added.refused().size(),
        added.refused().stream().limit(LISTED).toList(),
        PoolDocument.of(require(workspace, pool)));
  }

  @Operation(summary = "Who was given a code of a pool, in pages, the codes masked")
  @GetMapping("/code-pools/{pool}/given")
  List<GivenCode> given(
      @PathVariable Workspace workspace,
      @PathVariable String pool,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LISTED) {
      throw Problem.badField("bad-limit", "limit", "'limit' must be from 1 to " + LISTED + ".");
    }
    return named(
        workspace.id(), given.ofPool(workspace.id(), require(workspace, pool), after, limit));
  }

  @Operation(summary = "The codes that a member was given, masked, the last first, at most 200")
  @GetMapping("/members/{member}/benefit-codes")
  List<GivenCode> ofMember(@PathVariable Workspace workspace, @PathVariable String member) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    return named(workspace.id(), given.ofMember(workspace.id(), id, OF_MEMBER));
  }

  private List<GivenCode> named(WorkspaceId workspace, List<GivenCodes.Given> codes) {
    Audience whose = Audience.collect(codes.stream().mapToInt(GivenCodes.Given::member));
    Map<Integer, String> keys = new HashMap<>();
    members
        .page(workspace, whose, -1, LISTED)
        .members()
        .forEach(member -> keys.put(member.id(), member.key()));
    return codes.stream()
        .map(
            code ->
                new GivenCode(
                    code.serial(),
                    code.pool(),
                    keys.get(code.member()),
                    code.code(),
                    code.at(),
                    code.run(),
                    code.node()))
        .toList();
  }

  private Pool require(Workspace workspace, String pool) {
    return pools.find(workspace.id(), InputText.key("pool", pool)).orElseThrow(() -> unknown(pool));
  }

  static Problem unknown(String pool) {
    return Problem.unknown(
        "unknown-code-pool",
        "There is no code pool '" + pool + "'; make it by PUT, or correct the address.");
  }

  record Upload(
      @Schema(description = "How many codes were added") int added,
      @Schema(description = "How many lines were not") int refused,
      @Schema(description = "The first 1,000 of those") List<CodeLines.RefusedLine> problems,
      PoolDocument pool) {}

  record GivenCode(
      long serial,
      String pool,
      @Schema(description = "Left out where the member was erased") String member,
      @Schema(description = "Its last characters") String code,
      Instant at,
      Long run,
      String node) {}
}
