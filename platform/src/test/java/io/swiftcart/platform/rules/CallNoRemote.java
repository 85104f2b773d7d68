package io.swiftcart.platform.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No remote call in the method itself. */
final class CallNoRemote extends ArchCondition<JavaCodeUnit> {
    CallNoRemote() {
        super("call nothing remote");
    }

    @Override
    public void check(JavaCodeUnit method, ConditionEvents events) {
        for (JavaAccess<?> access : method.getMethodCallsFromSelf()) {
            if (Remote.IS_REMOTE.test(access.getTargetOwner())) {
                events.add(SimpleConditionEvent.violated(access, access.getDescription()));
            }
        }
    }
}
