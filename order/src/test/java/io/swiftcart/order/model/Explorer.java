package io.swiftcart.order.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Goes through all states, the nearest first, so that the first violation has the shortest way.
 * Then walks back from the quiet states over what happens without a fault: whatever is not reached
 * is stuck.
 */
final class Explorer {
    private static final int STATES_MAX = 2_500_000;

    private final Model model;
    private final Map<World, Integer> known = new HashMap<>();
    private final List<World> states = new ArrayList<>();
    private final Edges healthy = new Edges();
    private int[] parents = new int[1 << 16];
    private long transitions;

    /** What must not be, and how it comes to be. */
    record Violation(String rule, List<String> trace) {
        @Override
        public String toString() {
            StringBuilder lines = new StringBuilder(rule);
            lines.append(", after ").append(trace.size()).append(" steps");
            for (int step = 0; step < trace.size(); step++) {
                lines.append(System.lineSeparator()).append("  ").append(step + 1).append(". ");
                lines.append(trace.get(step));
            }
            return lines.toString();
        }
    }

    /** How much was seen; a violation ends the search. */
    record Seen(int states, long transitions, Duration took, Optional<Violation> violation) {

        /** One line, and the way to the violation if there is one. */
        @Override
        public String toString() {
            return "%,d states, %,d transitions in %d ms: %s"
                    .formatted(
                            states,
                            transitions,
                            took.toMillis(),
                            violation.map(Violation::toString).orElse("all is well"));
        }
    }

    Explorer(Setup setup) {
        model = new Model(setup);
    }

    Seen explore() {
        long began = System.nanoTime();
        Optional<Violation> violation = everywhere().or(this::stuck);
        return new Seen(
                states.size(), transitions, Duration.ofNanos(System.nanoTime() - began), violation);
    }

    /** Whether a state like this was seen: a model that never comes there proves nothing of it. */
    boolean saw(Predicate<World> wanted) {
        return states.stream().anyMatch(wanted);
    }

    private Optional<Violation> everywhere() {
        Optional<Violation> violation = visit(model.start(), 0);
        for (int from = 0; violation.isEmpty() && from < states.size(); from++) {
            violation = leave(from);
        }
        return violation;
    }

    private Optional<Violation> leave(int from) {
        List<Move> moves;
        try {
            moves = model.moves(states.get(from));
        } catch (IllegalStateException refusal) {
            // An answer that cannot follow here, or an order that may not end like this.
            return Optional.of(new Violation("the saga fails: " + refusal, trace(from)));
        }
        for (Move move : moves) {
            transitions++;
            Optional<Violation> violation = visit(move.to(), from);
            if (violation.isPresent()) {
                return violation;
            }
            if (!move.fault()) {
                healthy.add(from, known.get(move.to()));
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> visit(World world, int parent) {
        int number = states.size();
        if (number(world, parent) < number) {
            return Optional.empty();
        }
        return Rules.broken(world).map(rule -> new Violation(rule, trace(number)));
    }

    private int number(World world, int parent) {
        Integer number = known.putIfAbsent(world, states.size());
        if (number != null) {
            return number;
        }
        if (states.size() == STATES_MAX) {
            throw new IllegalStateException("more than " + STATES_MAX + " states");
        }
        if (states.size() == parents.length) {
            parents = Arrays.copyOf(parents, parents.length * 2);
        }
        parents[states.size()] = parent;
        states.add(world);
        return states.size() - 1;
    }

    private Optional<Violation> stuck() {
        boolean[] saved = healthy.leadingTo(states.size(), at -> Rules.isQuiet(states.get(at)));
        for (int at = 0; at < saved.length; at++) {
            if (!saved[at]) {
                return Optional.of(
                        new Violation("nothing can bring this to a good end", trace(at)));
            }
        }
        return Optional.empty();
    }

    private List<String> trace(int last) {
        List<String> trace = new ArrayList<>();
        for (int at = last; at != 0; at = parents[at]) {
            trace.add(what(states.get(parents[at]), states.get(at)));
        }
        Collections.reverse(trace);
        return trace;
    }

    private String what(World from, World to) {
        return model.moves(from).stream()
                .filter(move -> move.to().equals(to))
                .map(Move::what)
                .findFirst()
                .orElseThrow();
    }
}
