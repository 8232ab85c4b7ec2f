package io.sluice.samples.demo;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The JSON files of a folder of the samples by key, which is the name of the file. */
final class SampleFiles {
  private static final String SUFFIX = ".json";

  private SampleFiles() {}

  static Map<String, byte[]> in(String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String pattern = "classpath:/" + folder + "/*" + SUFFIX;
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      String name = file.getFilename();
      files.put(name.substring(0, name.length() - SUFFIX.length()), file.getContentAsByteArray());
    }
    return files;
  }
}
