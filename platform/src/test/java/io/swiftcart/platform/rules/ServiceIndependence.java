package io.swiftcart.platform.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A service depends on itself and on platform. */
final class ServiceIndependence extends ArchCondition<JavaClass> {
    ServiceIndependence() {
        super("depend on no other service");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String target = Rooms.serviceOf(dependency.getTargetClass());
            if (!target.isEmpty()
                    && !target.equals("platform")
                    && !target.equals(Rooms.serviceOf(type))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }
}
