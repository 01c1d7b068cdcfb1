package org.recourse;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Lets beans be found by type from a cache as soon as all of them are declared. Spring by itself begins with that after the
 * web server is made, and until then looks through all beans for each dependency; what the server's filters need is nearly
 * everything.
 */
@Component
class SettledBeans implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
    }
}
