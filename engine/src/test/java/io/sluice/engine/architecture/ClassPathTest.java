package io.sluice.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must not be on the class path: doors that are open by default, and engines that run text.
 */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
        "org.camunda.bpm.engine.rest.ProcessDefinitionRestService",
        "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
        "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        "org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter",
        "org.camunda.spin.Spin",
        "org.camunda.spin.plugin.impl.SpinProcessEnginePlugin",
        "org.camunda.connect.Connectors",
        "org.camunda.connect.plugin.impl.ConnectProcessEnginePlugin",
        "org.camunda.feel.FeelEngine",
        "org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine",
        "groovy.lang.GroovyShell",
        "org.codehaus.groovy.jsr223.GroovyScriptEngineFactory",
        "org.openjdk.nashorn.api.scripting.NashornScriptEngine",
        "jdk.nashorn.api.scripting.NashornScriptEngine",
        "org.graalvm.polyglot.Context",
        "com.oracle.truffle.js.scriptengine.GraalJSScriptEngine",
        "org.mozilla.javascript.Context",
        "org.python.core.PyObject",
        "org.jruby.Ruby",
        "org.mvel2.MVEL",
        "bsh.Interpreter",
        "freemarker.template.Configuration",
        "org.apache.velocity.app.VelocityEngine",
      })
  void isNotThere(String type) {
    assertThatThrownBy(() -> Class.forName(type, false, getClass().getClassLoader()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void theOnlyScriptEngineIsTheJuelInsideCamunda() {
    assertThat(ServiceLoader.load(ScriptEngineFactory.class))
        .extracting(factory -> factory.getClass().getName())
        .containsExactly("org.camunda.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory");
    assertThat(new ScriptEngineManager().getEngineByName("javascript")).isNull();
  }

  /** A proof that the test above would see a class that is there. */
  @Test
  void aClassThatIsThereIsFound() throws ClassNotFoundException {
    assertThat(Class.forName("org.camunda.bpm.engine.ProcessEngine")).isNotNull();
  }
}
