package org.recourse.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** In which language a page speaks: the one chosen on the page, else the customer's, else the browser's, else English. */
@Component
class PageLanguage {

    private static final List<String> SPOKEN = List.of("en", "de");

    String of(@Nullable String customersLanguage) {
        String chosen = chosen();
        if (chosen != null && SPOKEN.contains(chosen)) {
            return chosen;
        }
        if (customersLanguage != null && SPOKEN.contains(customersLanguage)) {
            return customersLanguage;
        }
        String browsers = LocaleContextHolder.getLocale().getLanguage();
        return SPOKEN.contains(browsers) ? browsers : Locale.ENGLISH.getLanguage();
    }

    private static @Nullable String chosen() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getParameter("lang")
                : null;
    }
}
