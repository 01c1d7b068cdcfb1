package org.recourse.governance;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.recourse.engine.calls.UsedIn;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The only beans that a diagram can name. Everything else of the application is out of an expression's sight. */
@Component
public class DelegateBeans {

    private final ListableBeanFactory beans;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    public boolean knows(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    @Nullable
    JavaDelegate find(String name) {
        return knows(name) ? beans.getBean(name, JavaDelegate.class) : null;
    }

    /** Where it may be placed; nothing for a name that is no delegate's. */
    public Optional<UsedIn> use(String name) {
        return knows(name) ? Optional.ofNullable(beans.findAnnotationOnBean(name, UsedIn.class)) : Optional.empty();
    }
}
