package org.recourse.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.recourse.storage.EarlierDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Moves the file of a demonstration from before 1.0.0 aside, so that a new one begins. It does so before anything is made
 * that could hold the file open.
 */
@Component
@Profile("demo")
class EarlierDemonstration implements BeanFactoryPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierDemonstration.class);
    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");
    private static final String ENDING = ".mv.db";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        String url = environment.getRequiredProperty("spring.datasource.url");
        var named = FILE.matcher(url);
        if (named.matches() && Files.exists(Path.of(named.group(1) + ENDING)) && isEarlier(url, environment)) {
            moveAside(Path.of(named.group(1) + ENDING));
        }
    }

    private static boolean isEarlier(String url, Environment environment) {
        return EarlierDatabase.isKnownTo(Flyway.configure()
                .dataSource(
                        url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"))
                .load());
    }

    private static void moveAside(Path file) {
        String name = file.getFileName().toString().replace(ENDING, "-before-1.0.0" + ENDING);
        try {
            Files.move(file, file.resolveSibling(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.warn(
                "The demonstration in {} was made before release 1.0.0 and is not carried over: it is now {}, and a new one begins",
                file,
                name);
    }
}
