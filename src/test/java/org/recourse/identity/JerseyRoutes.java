package org.recourse.identity;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Reads from the annotations which routes a set of resource classes has. */
final class JerseyRoutes {

    private static final int DEEPEST = 6;

    private final Set<String> found = new TreeSet<>();

    private JerseyRoutes() {}

    static Set<String> below(String base, Collection<Class<?>> resources) {
        var routes = new JerseyRoutes();
        for (var resource : resources) {
            var path = resource.getAnnotation(Path.class);
            if (path != null) {
                routes.walk(join(base, path.value()), resource, 0);
            }
        }
        return routes.found;
    }

    private void walk(String base, Class<?> resource, int depth) {
        for (var method : resource.getMethods()) {
            var annotated = annotated(method);
            var path = annotated.getAnnotation(Path.class);
            var here = path == null ? base : join(base, path.value());
            var verb = Arrays.stream(annotated.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(found -> found != null)
                    .findFirst();
            if (verb.isPresent()) {
                found.add(verb.get().value() + " " + here);
            } else if (path != null
                    && depth < DEEPEST
                    && !method.getReturnType().equals(resource)) {
                walk(here, method.getReturnType(), depth + 1);
            }
        }
    }

    /** Annotations of an interface count for its implementations. */
    private static Method annotated(Method method) {
        if (method.getAnnotations().length > 0) {
            return method;
        }
        for (var type : method.getDeclaringClass().getInterfaces()) {
            try {
                return type.getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException elsewhere) {
                continue;
            }
        }
        return method;
    }

    private static String join(String base, String path) {
        var plain = path.replaceAll("\\{[^}]*}", "x");
        return base + (plain.startsWith("/") || plain.isEmpty() ? plain : "/" + plain);
    }
}
