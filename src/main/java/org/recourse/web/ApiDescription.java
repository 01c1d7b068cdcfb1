package org.recourse.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Completes the description of the routes below {@code /api} that springdoc reads from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription implements WebMvcConfigurer {

    /** Any route may be refused like this, by its status: the name and the meaning of the answer. */
    private static final Map<String, Refusal> REFUSALS = Map.of(
            "400", new Refusal("BadInput", "Something sent does not fit; `field` names it."),
            "401", new Refusal("NoLogin", "There is no valid user and password, and no valid token."),
            "403", new Refusal("Forbidden", "The caller may not do this."),
            "404", new Refusal("Missing", "There is no such thing, or none that the caller may see."),
            "409", new Refusal("Conflict", "It is too late for this, or somebody else was faster."),
            "429", new Refusal("TooMany", "Too many requests or failed logins; `Retry-After` gives the seconds."));

    private static final String PROBLEM = "Problem";

    private record Refusal(String name, String meaning) {}

    @Bean
    OpenApiCustomizer refusalsAndLogins() {
        return api -> {
            api.info(
                            new Info()
                                    .title("Recourse")
                                    .version("1")
                                    .description(
                                            "Cases of a call centre and what is done with them. Errors are RFC 9457 problem details."))
                    .servers(List.of())
                    .addSecurityItem(new SecurityRequirement().addList("password"))
                    .addSecurityItem(new SecurityRequirement().addList("token"));
            components(api)
                    .addSecuritySchemes("password", http("basic"))
                    .addSecuritySchemes("token", http("bearer"))
                    .addSchemas(PROBLEM, problem());
            REFUSALS.values().forEach(refusal -> components(api).addResponses(refusal.name(), answer(refusal)));
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::mayBeRefused));
        };
    }

    private static Components components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        return api.getComponents();
    }

    private static SecurityScheme http(String scheme) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(scheme);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("a sentence for the person who is refused"))
                .addProperty("instance", new StringSchema())
                .addProperty("field", new StringSchema().description("the key that is wrong, where there is one"));
    }

    private static ApiResponse answer(Refusal refusal) {
        return new ApiResponse()
                .description(refusal.meaning())
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }

    private static void mayBeRefused(Operation operation) {
        ApiResponses responses = operation.getResponses();
        REFUSALS.forEach((status, refusal) ->
                responses.putIfAbsent(status, new ApiResponse().$ref("#/components/responses/" + refusal.name())));
    }

    /** A file that is read from the request or written to the answer has no type in the signature, but in the mapping. */
    @Bean
    OperationCustomizer filesAsBodies() {
        return (operation, method) -> {
            RequestMapping mapping =
                    AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
            if (mapping == null) {
                return operation;
            }
            if (operation.getRequestBody() == null && mapping.consumes().length > 0) {
                operation.requestBody(new RequestBody().required(true).content(file(mapping.consumes()[0])));
            }
            ApiResponse answer = operation.getResponses().get("200");
            if (answer != null && isVoid(method) && mapping.produces().length > 0) {
                answer.content(file(mapping.produces()[0]));
            }
            return operation;
        };
    }

    private static boolean isVoid(HandlerMethod method) {
        return method.getReturnType().getParameterType() == void.class;
    }

    private static Content file(String mediaType) {
        return new Content().addMediaType(mediaType, new MediaType().schema(new StringSchema().format("binary")));
    }

    /** Records inside of controllers and of other records share short names; each is named with what it belongs to. */
    @Bean
    ModelResolver namesOfTypes(ObjectMapper json) {
        return new ModelResolver(json, new NamesOfTypes()).openapi31(true);
    }

    private static class NamesOfTypes extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> owner = type.getEnclosingClass();
            return owner == null
                    ? super.nameForClass(type, options)
                    : nameForClass(owner, options).replaceFirst("Controller$", "") + type.getSimpleName();
        }
    }

    /** Springdoc brings YAML with it. No route of ours takes or gives any. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(MappingJackson2YamlHttpMessageConverter.class::isInstance);
    }
}
