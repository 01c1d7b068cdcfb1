package org.recourse.governance;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The only beans that a diagram can name. Everything else of the application is out of an expression's sight. */
@Component
class DelegateBeans {

    private final ListableBeanFactory beans;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean knows(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    @Nullable
    JavaDelegate find(String name) {
        return knows(name) ? beans.getBean(name, JavaDelegate.class) : null;
    }
}
