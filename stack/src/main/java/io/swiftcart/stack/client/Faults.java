package io.swiftcart.stack.client;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Http.Answer;
import io.swiftcart.stack.process.ProcessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The faults of a running shop: those of the payment sandbox, and those of services, which each
 * replica keeps for itself.
 */
public final class Faults {

    private static final String OF_SANDBOX = "payment.";

    /** The services that have any; their faults bear their name in front. */
    private static final List<String> SERVICES = List.of("notification");

    private final Http http = new Http();
    private final List<Door> doors = new ArrayList<>();

    /** Where the faults whose names begin so are switched. */
    private record Door(String prefix, String url, Map<String, String> bearer) {}

    public Faults(Layout layout) {
        RunningShop shop = RunningShop.in(layout);
        doors.add(
                new Door(
                        OF_SANDBOX,
                        shop.sandbox() + "/_sandbox/faults",
                        Map.of("Authorization", "Bearer " + shop.sandboxKey())));
        Map<String, String> bearer = Operator.of(layout).bearer();
        for (String service : SERVICES) {
            for (String replica : replicas(layout, service)) {
                doors.add(new Door(service + ".", replica + "/internal/faults", bearer));
            }
        }
    }

    /** Every fault by name with its present value. */
    public Map<String, String> all() {
        return ask(_ -> true, door -> http.get(door.url(), door.bearer()));
    }

    /** Sets one, and gives all of its place. */
    public Map<String, String> set(String name, String value) {
        if (doors.stream().noneMatch(door -> name.startsWith(door.prefix()))) {
            throw new StackFailure(
                    "There is no fault named " + name + ": ./swiftcart fault list shows them all.");
        }
        return ask(
                door -> name.startsWith(door.prefix()),
                door -> http.put(door.url(), Map.of(name, value), door.bearer()));
    }

    /** Switches all off. */
    public Map<String, String> clear() {
        return ask(_ -> true, door -> http.delete(door.url(), door.bearer()));
    }

    private Map<String, String> ask(Predicate<Door> which, Function<Door, Answer> question) {
        Map<String, String> faults = new TreeMap<>();
        doors.stream()
                .filter(which)
                .map(question)
                .map(Faults::good)
                .forEach(
                        answer ->
                                answer.body()
                                        .properties()
                                        .forEach(
                                                fault ->
                                                        faults.put(
                                                                fault.getKey(),
                                                                fault.getValue().asText())));
        return faults;
    }

    private static Answer good(Answer answer) {
        if (!answer.ok()) {
            throw new StackFailure(
                    answer.body().path("error").path("message").asText(answer.problem()));
        }
        return answer;
    }

    private static List<String> replicas(Layout layout, String service) {
        return ProcessTable.of(layout).stored().entrySet().stream()
                .filter(process -> process.getKey().matches(service + "(-\\d+)?"))
                .map(process -> process.getValue().address())
                .toList();
    }
}
