package io.sluice.samples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in the shell blocks of a document, in words as a shell would see them. */
final class ShellBlocks {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z]+)=(.*)");
  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

  private final Map<String, String> variables = new HashMap<>();
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> command = new ArrayList<>();
  private StringBuilder word;

  private ShellBlocks() {}

  static List<List<String>> of(Path document) throws IOException {
    ShellBlocks blocks = new ShellBlocks();
    Matcher matcher = BLOCK.matcher(Files.readString(document));
    while (matcher.find()) {
      blocks.read(matcher.group(1));
    }
    return blocks.commands;
  }

  private void read(String block) {
    for (int i = 0; i < block.length(); i++) {
      char c = block.charAt(i);
      if (c == '\'' || c == '"') {
        int end = block.indexOf(c, i + 1);
        String quoted = block.substring(i + 1, end);
        append(c == '"' ? expanded(quoted) : quoted);
        i = end;
      } else if (block.startsWith("$(", i)) {
        int end = block.indexOf(')', i);
        append(ShellDate.printed(block.substring(i + 2, end)));
        i = end;
      } else if (c == '\\' && block.charAt(i + 1) == '\n') {
        i++;
      } else if (c == '\n' || c == '|') {
        // What follows a bar on a line of its own belongs to the same command.
        endWord();
        endCommand();
      } else if (c == ' ') {
        endWord();
      } else {
        append(Character.toString(c));
      }
    }
  }

  private void append(String text) {
    if (word == null) {
      word = new StringBuilder();
    }
    word.append(text);
  }

  private void endWord() {
    if (word != null) {
      command.add(expanded(word.toString()));
      word = null;
    }
  }

  private void endCommand() {
    if (command.isEmpty()) {
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(command.get(0));
    if (command.size() == 1 && assignment.matches()) {
      variables.put(assignment.group(1), assignment.group(2));
    } else {
      commands.add(command);
    }
    command = new ArrayList<>();
  }

  private String expanded(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), name.group())));
  }
}
