package io.sluice.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.EngineTest;
import java.time.Duration;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ProcessesTest {
  @Autowired CanvasCompiler compiler;
  @Autowired Processes processes;
  @Autowired HistoryService history;
  @Autowired RepositoryService repository;
  @Autowired DSLContext db;

  @AfterEach
  void backToThePresent() {
    ClockUtil.reset();
  }

  @Test
  void aProcessThatIsOverDisappearsFromTheHistoryAfterItsTimeToLive() {
    CompiledCanvas compiled =
        compiler.compile(TestCanvases.bind(TestCanvases.small("Short")), "history");
    processes.deploy(compiled);
    String instance = processes.start(compiled.mainProcessKey(), new CohortRef(1, 1, 1));
    processes.stop(instance, "enough");
    assertThat(historyOf(instance, "act_hi_procinst")).isOne();
    assertThat(historyOf(instance, "act_hi_actinst")).isPositive();

    ClockUtil.offset(Duration.ofDays(31).toMillis());
    history.cleanUpHistoryAsync(true);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                historyOf(instance, "act_hi_procinst") == 0
                    && historyOf(instance, "act_hi_actinst") == 0);
  }

  @Test
  void deploysAFileWithOneProcessPerEntry() {
    String canvas = TestCanvases.resource("/io/sluice/engine/bpmn/releases.canvas.json");
    CompiledCanvas compiled = compiler.compile(TestCanvases.bind(canvas), "releases");

    processes.deploy(compiled);
    processes.deploy(compiled);

    assertThat(compiled.processKeys()).containsExactly("releases.main", "releases.r.happened");
    assertThat(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKeyLike("releases.%")
                .count())
        .isEqualTo(2);
  }

  private int historyOf(String instance, String table) {
    return db.fetchCount(
        table(name(table)), field(name("proc_inst_id_"), String.class).eq(instance));
  }
}
