package io.sluice.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says besides what stands at the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Sluice")
                .version("v1")
                .description("Campaigns, their runs and the people in them.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        // Not the address of the server that made the document.
        .servers(List.of(new Server().url("/")))
        .components(new Components().addSchemas("Problem", problem()));
  }

  @Bean
  ModelResolver schemas(ObjectMapper mapper) {
    return new ModelResolver(mapper, new SchemaNames());
  }

  @Bean
  GlobalOperationCustomizer featuresAndProblems() {
    return ApiDocument::describe;
  }

  private static Operation describe(Operation operation, HandlerMethod method) {
    String controller = method.getBeanType().getSimpleName();
    operation.setTags(List.of(feature(controller)));
    operation.setOperationId(method.getMethod().getName() + controller.replace("Controller", ""));
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
    operation
        .getResponses()
        .addApiResponse(
            "4XX",
            new ApiResponse()
                .description("The request is refused; the problem says why and how to mend it.")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json", new MediaType().schema(problem))));
    return operation;
  }

  /** {@code DryRunController} is about dry runs: "Dry run". */
  private static String feature(String controller) {
    String words = controller.replace("Controller", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Schema<?> problem() {
    Schema<?> part =
        new ObjectSchema()
            .addProperty("code", new StringSchema())
            .addProperty("severity", new StringSchema())
            .addProperty("nodeId", new StringSchema())
            .addProperty("edgeId", new StringSchema())
            .addProperty("field", new StringSchema())
            .addProperty("message", new Schema<>().description("a text, or one per language"));
    return new ObjectSchema()
        .description("An RFC 9457 problem.")
        .addProperty("type", new StringSchema().format("uri"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("what is wrong and how to mend it"))
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("code", new StringSchema().description("what is wrong, in kebab case"))
        .addProperty(
            "field", new StringSchema().description("the JSON pointer or parameter it is about"))
        .addProperty(
            "problems",
            new ArraySchema().items(part).description("each cause, where there are several"))
        .required(List.of("type", "title", "status", "code"));
  }
}
