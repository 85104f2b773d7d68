package io.swiftcart.platform.rules;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** No remote call in the method or in anything of ours that it calls, however deep. */
final class ReachNoRemote extends ArchCondition<JavaCodeUnit> {
    ReachNoRemote() {
        super("reach nothing remote");
    }

    @Override
    public void check(JavaCodeUnit start, ConditionEvents events) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>();
        next.add(start);
        while (!next.isEmpty()) {
            JavaCodeUnit method = next.remove();
            if (!seen.add(method)) {
                continue;
            }
            for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                if (Remote.IS_REMOTE.test(call.getTargetOwner())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    call,
                                    start.getFullName() + " reaches: " + call.getDescription()));
                } else if (call.getTargetOwner().getPackageName().startsWith("io.swiftcart.")) {
                    Remote.landings(call).forEach(next::add);
                }
            }
        }
    }
}
