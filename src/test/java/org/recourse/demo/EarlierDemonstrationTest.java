package org.recourse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.env.MockEnvironment;

@Tag("B13")
class EarlierDemonstrationTest {

    @TempDir
    Path folder;

    @Test
    void one_from_before_is_moved_aside() {
        new ResourceDatabasePopulator(new ClassPathResource("releases/before-1.0.0.sql"))
                .execute(new DriverManagerDataSource(url(), "sa", ""));

        begin();

        assertThat(folder.toFile().list()).contains("demo-before-1.0.0.mv.db").doesNotContain("demo.mv.db");
    }

    @Test
    void one_of_this_release_stays_where_it_is() {
        Flyway.configure().dataSource(url(), "sa", "").load().migrate();

        begin();

        assertThat(folder.toFile().list()).contains("demo.mv.db").doesNotContain("demo-before-1.0.0.mv.db");
    }

    private void begin() {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", url())
                .withProperty("spring.datasource.username", "sa")
                .withProperty("spring.datasource.password", "");
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("environment", environment);
        new EarlierDemonstration().postProcessBeanFactory(beans);
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("demo") + ";WRITE_DELAY=0";
    }
}
