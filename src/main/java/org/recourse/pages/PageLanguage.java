package org.recourse.pages;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Fallback;
import org.recourse.text.Speech;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** In which language a page speaks: the one chosen on the page, else the customer's, else the browser's, else English. */
@Component
class PageLanguage {

    private final Set<String> spoken;

    PageLanguage(Speech speech) {
        spoken = speech.bundles().languages();
    }

    String of(@Nullable String customersLanguage) {
        String chosen = chosen();
        if (chosen != null && spoken.contains(chosen)) {
            return chosen;
        }
        if (customersLanguage != null && spoken.contains(customersLanguage)) {
            return customersLanguage;
        }
        String browsers = LocaleContextHolder.getLocale().getLanguage();
        return spoken.contains(browsers) ? browsers : Fallback.TAG;
    }

    private static @Nullable String chosen() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getParameter("lang")
                : null;
    }
}
