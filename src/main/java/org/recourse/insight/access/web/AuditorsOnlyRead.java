package org.recourse.insight.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.insight.access.InsightAccess;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who is an auditor and nothing else changes nothing but the searches they keep for themselves, whatever route somebody adds. */
@Component
class AuditorsOnlyRead implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Set<String> WORKING = Set.of(
            Roles.AGENT,
            Roles.SUPERVISOR,
            Roles.MANAGER,
            Roles.PROCESS_OWNER,
            Roles.OPERATOR,
            Roles.DATA_PROTECTION,
            Roles.INTEGRATION,
            Roles.ADMINISTRATOR);

    private final CurrentUser user;

    AuditorsOnlyRead(CurrentUser user) {
        this.user = user;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns(InsightAccess.OWN_SEARCHES);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod())
                && user.hasRole(Roles.AUDITOR)
                && WORKING.stream().noneMatch(user::hasRole)) {
            throw new CaseForbidden(Sentence.of("access.auditors-only-read"));
        }
        return true;
    }
}
