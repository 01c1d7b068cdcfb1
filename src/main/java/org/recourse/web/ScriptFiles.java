package org.recourse.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves our scripts and styles in Tasklist and Cockpit so that a browser asks each time whether it has the newest: Camunda
 * lets browsers keep them for as long as the engine's version stays the same, and a script imports others by a plain name.
 */
@Configuration(proxyBeanMethods = false)
class ScriptFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        revalidated(registry, FILES + "/recourse/", "/recourse/**");
        revalidated(
                registry,
                FILES + "/webjars/camunda/app/",
                "/camunda/app/*/scripts/**",
                "/camunda/app/*/styles/user-styles.css");
    }

    private static void revalidated(ResourceHandlerRegistry registry, String location, String... paths) {
        registry.addResourceHandler(paths)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(ScriptFiles::contentHash);
    }

    private static String contentHash(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
