package org.recourse.engine.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.recourse.form.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives a browser that asks in German the texts of a form in German; the form that is deployed stays as it is. */
@Component
class FormsInGerman extends OncePerRequestFilter {

    private static final Pattern A_FORM = Pattern.compile(".*/(deployed-form|deployed-start-form)");
    private static final Set<String> FOR_PEOPLE =
            Set.of("label", "description", "text", "content", "dateLabel", "timeLabel");

    private final Texts texts;
    private final ObjectMapper json;

    FormsInGerman(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getLocale().getLanguage().equals("de")
                || !A_FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper form = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, form);
        if (form.getStatus() == HttpServletResponse.SC_OK && form.getContentSize() > 0) {
            JsonNode schema = json.readTree(form.getContentAsByteArray());
            translate(schema);
            form.resetBuffer();
            form.setHeader("Content-Language", "de");
            form.getOutputStream().write(json.writeValueAsBytes(schema));
        }
        form.copyBodyToResponse();
    }

    private void translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                JsonNode value = entry.getValue();
                if (FOR_PEOPLE.contains(entry.getKey())
                        && value.isTextual()
                        && !value.asText().startsWith("=")) {
                    entry.setValue(TextNode.valueOf(texts.inGerman(value.asText())));
                }
            }
        }
        node.forEach(this::translate);
    }
}
