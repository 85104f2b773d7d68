package io.swiftcart.platform.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Nobody depends on a feature but itself. */
final class FeatureIndependence extends ArchCondition<JavaClass> {
    private final Set<String> features = new HashSet<>();

    FeatureIndependence() {
        super("not depend on a feature of somebody else");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        all.stream().filter(Rooms::isDoor).map(Rooms::roomOf).forEach(features::add);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String target = Rooms.roomOf(dependency.getTargetClass());
            if (features.contains(target) && !target.equals(Rooms.roomOf(type))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }
}
