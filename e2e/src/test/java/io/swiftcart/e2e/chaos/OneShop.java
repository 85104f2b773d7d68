package io.swiftcart.e2e.chaos;

import io.swiftcart.e2e.SharedShop;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every scenario the same shop: started for the first, stopped after the last. */
final class OneShop implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    private static final Namespace CHAOS = Namespace.create(OneShop.class);

    /** The name of a test has its seed in it. */
    @Override
    public void beforeEach(ExtensionContext context) {
        System.out.println(
                "\n== "
                        + context.getRequiredTestMethod().getName()
                        + ", "
                        + context.getDisplayName());
    }

    /** What a failed scenario has left on would fail the next. */
    @Override
    public void afterEach(ExtensionContext context) {
        ChaosShop shop = context.getRoot().getStore(CHAOS).get(ChaosShop.class, ChaosShop.class);
        if (shop != null && context.getExecutionException().isPresent()) {
            shop.endAllFaults();
            shop.buyers().stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ChaosShop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SharedShop.stop(context); // two shops at once are too much for a small machine
        return context.getRoot()
                .getStore(CHAOS)
                .computeIfAbsent(ChaosShop.class, _ -> new ChaosShop(), ChaosShop.class);
    }
}
