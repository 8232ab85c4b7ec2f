package io.sluice.engine.nodetype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder into which developers put jars with node types of their own. */
final class NodeFolder {
  private NodeFolder() {}

  /**
   * A class loader of all jars of the folder, above that of the server; the folder may be absent.
   */
  static ClassLoader classLoader(Path folder) {
    ClassLoader server = NodeTypes.class.getClassLoader();
    if (!Files.isDirectory(folder)) {
      return server;
    }
    try (Stream<Path> files = Files.list(folder)) {
      URL[] jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted()
              .map(NodeFolder::url)
              .toArray(URL[]::new);
      return new URLClassLoader("sluice-nodes", jars, server);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the node folder " + folder, e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
