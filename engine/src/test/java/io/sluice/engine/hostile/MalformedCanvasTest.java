package io.sluice.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Canvas files with every slip that could be thought of: each is refused, and told where. */
@EngineTest
@Tag("any-database")
class MalformedCanvasTest {
  private static final long SEED = 20_261_121;
  private static final String CAMPAIGNS = "/api/workspaces/malformed/campaigns";
  private static final List<Malformed> FILES = MalformedCanvases.of(SEED);

  @LocalServerPort int port;
  Api api;

  @BeforeEach
  void makeWorkspace() {
    api = new Api(port);
    api.put("/api/workspaces/malformed", "{}");
  }

  @Test
  void takesTheSoundFileFromWhichTheMalformedOnesAreMade() {
    Answer answer = api.put(CAMPAIGNS + "/sound", MalformedCanvases.sound().toString());

    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    assertThat(FILES).hasSizeGreaterThan(300);
  }

  @Test
  void refusesEveryFileNamesThePlaceAndKeepsNothing() {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < FILES.size(); i++) {
      Malformed file = FILES.get(i);
      String campaign = CAMPAIGNS + "/m" + i;
      judge(file, "put", send("PUT", campaign, file.file()), wrong);
      if (file.structural()) {
        judge(file, "put of a draft", send("PUT", campaign + "?draft=true", file.file()), wrong);
      }
      if (api.get(campaign).status() != 404) {
        wrong.add(file.what() + ": was kept");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(api.get(CAMPAIGNS).json()).allMatch(one -> one.path("key").asText().equals("sound"));
  }

  @Test
  void leavesTheCampaignThatIsThereAsItWas() {
    api.put(CAMPAIGNS + "/sound", MalformedCanvases.sound().toString());
    String before = api.get(CAMPAIGNS + "/sound").text();

    some().forEach(file -> send("PUT", CAMPAIGNS + "/sound", file.file()));

    assertThat(api.get(CAMPAIGNS + "/sound").text()).isEqualTo(before);
    assertThat(api.get(CAMPAIGNS).json().findValue("version").asInt()).isEqualTo(1);
  }

  /** A draft that can be read is counted as far as it goes, and told what is wrong with it. */
  @Test
  void refusesToCountWhatCannotBeReadAndNamesThePlaceOfTheRest() {
    List<String> wrong = new ArrayList<>();
    for (Malformed file : some()) {
      Answer answer = send("POST", "/api/workspaces/malformed/canvas/counts", file.asDraft());
      if (file.structural()) {
        judge(file, "counts", answer, wrong);
      } else if (answer.status() != 200 || !namesErrors(answer.json().path("problems"))) {
        wrong.add(file.what() + ": counted as " + answer.status() + " " + answer.text());
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** In the quick tier every third file, of all kinds. */
  private static List<Malformed> some() {
    int step = "full".equals(System.getProperty("sluice.test.tier")) ? 1 : 3;
    return IntStream.range(0, FILES.size())
        .filter(i -> i % step == 0)
        .mapToObj(FILES::get)
        .toList();
  }

  private Answer send(String method, String path, byte[] body) {
    return api.send(method, path, "application/json", BodyPublishers.ofByteArray(body));
  }

  private static void judge(Malformed file, String what, Answer answer, List<String> wrong) {
    boolean refused = answer.status() >= 400 && answer.status() < 500;
    if (!refused
        || !LibraryWords.in(answer.json().path("detail") + " " + answer.json().path("problems"))
            .isEmpty()
        || !answer.contentType().equals("application/problem+json")
        || !(answer.json().hasNonNull("field") || namesErrors(answer.json().path("problems")))) {
      wrong.add(file.what() + ": " + what + " answered " + answer.status() + " " + answer.text());
    }
  }

  private static boolean namesErrors(JsonNode problems) {
    return StreamSupport.stream(problems.spliterator(), false)
        .filter(problem -> !problem.path("severity").asText().equalsIgnoreCase("warning"))
        .anyMatch(
            problem ->
                problem.hasNonNull("nodeId")
                    || problem.hasNonNull("edgeId")
                    || problem.hasNonNull("field"));
  }
}
