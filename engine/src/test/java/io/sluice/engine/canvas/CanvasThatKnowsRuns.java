package io.sluice.engine.canvas;

import io.sluice.engine.run.RunStarter;
import io.sluice.node.types.time.WaitNode;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.quartz.Scheduler;

/** Breaks the rules of the house on purpose, so that a test can show that they see it. */
public class CanvasThatKnowsRuns {
  RunStarter runs;
  ProcessEngine camunda;
  Scheduler quartz;
  WaitNode node;
  ScriptEngineManager scripts;
}
