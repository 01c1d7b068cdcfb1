package org.recourse.governance;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of the resolver that reads any property and calls any method of any object. What it does not name stays
 * unresolved: an expression that asks for a class, a class loader or an engine service fails.
 */
final class SafeResolver extends ELResolver {

    private final DelegateBeans beans;

    SafeResolver(DelegateBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            var bean = beans.find(property.toString());
            context.setPropertyResolved(bean != null);
            return bean;
        }
        if (base instanceof DelegateExecution execution && property.equals("processBusinessKey")) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base instanceof DmnDecisionResult result
                && method.equals("getSingleResult")
                && (arguments == null || arguments.length == 0)) {
            context.setPropertyResolved(true);
            return result.getSingleResult();
        }
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        // left unresolved: nothing is written through an expression
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
