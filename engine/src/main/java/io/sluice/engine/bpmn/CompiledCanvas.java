package io.sluice.engine.bpmn;

import java.util.List;

/**
 * A canvas as BPMN 2.0.
 *
 * @param xml the BPMN file, with diagram
 * @param processKeys the key of each process in it; the first is the main one
 */
public record CompiledCanvas(String xml, List<String> processKeys) {
  /** The key of the process of an entry. */
  public String processKey(String entry) {
    String main = mainProcessKey();
    return main.substring(0, main.length() - Entry.MAIN.length()) + entry;
  }

  /** The key of the process in which cohorts of the campaign start. */
  public String mainProcessKey() {
    return processKeys.get(0);
  }
}
