package org.recourse.identity;

import org.recourse.RecourseApplication;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/**
 * The whole application, configured as at a real start but without a port: a second web server in one JVM takes Camunda's
 * static parts of the first one with it when it closes.
 */
public final class WithoutWebServer {

    private WithoutWebServer() {}

    public static WebApplicationContextRunner with(String... profiles) {
        return new WebApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment().setActiveProfiles(profiles))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withInitializer(
                        context -> context.getBeanFactory().setConversionService(new ApplicationConversionService()))
                .withPropertyValues(
                        "camunda.bpm.generate-unique-process-engine-name=true",
                        "camunda.bpm.job-execution.enabled=false",
                        "recourse.hand-overs.watch-after=P1D") // comes by every five seconds, whatever is tested
                .withUserConfiguration(RecourseApplication.class);
    }
}
