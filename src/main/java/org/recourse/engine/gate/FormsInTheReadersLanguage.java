package org.recourse.engine.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives a browser the texts of a form in the language that it asks for; the form that is deployed stays as it is. */
@Component
class FormsInTheReadersLanguage extends OncePerRequestFilter {

    private static final Pattern A_FORM = Pattern.compile(".*/(deployed-form|deployed-start-form)");

    private final FormTexts texts;
    private final ObjectMapper json;

    FormsInTheReadersLanguage(FormTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !texts.speaks(request.getLocale())
                || !A_FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper form = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, form);
        if (form.getStatus() == HttpServletResponse.SC_OK && form.getContentSize() > 0) {
            JsonNode schema = json.readTree(form.getContentAsByteArray());
            texts.translate(schema, request.getLocale());
            form.resetBuffer();
            form.setHeader("Content-Language", request.getLocale().getLanguage());
            form.getOutputStream().write(json.writeValueAsBytes(schema));
        }
        form.copyBodyToResponse();
    }
}
