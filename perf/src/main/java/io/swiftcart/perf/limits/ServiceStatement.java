package io.swiftcart.perf.limits;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.regex.Pattern;

/** SQL out of the classes of a service, so that what is measured is what the service executes. */
final class ServiceStatement {

    private ServiceStatement() {}

    /**
     * The value of a constant: a string, or a record with a component {@code sql}. Fails when the
     * service names it otherwise by now: then this module must follow.
     */
    static String of(ClassLoader service, String className, String constant) {
        try {
            Field field = Class.forName(className, true, service).getDeclaredField(constant);
            field.setAccessible(true);
            Object value = field.get(null);
            return value instanceof String sql ? sql : component(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The statement " + className + "." + constant + " is not there any more.", e);
        }
    }

    /** How many operands it takes: the highest {@code $n}. */
    static int operands(String sql) {
        return Pattern.compile("\\$(\\d+)")
                .matcher(sql)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    private static String component(Object value) throws ReflectiveOperationException {
        Method sql = value.getClass().getMethod("sql");
        sql.setAccessible(true);
        return (String) sql.invoke(value);
    }
}
