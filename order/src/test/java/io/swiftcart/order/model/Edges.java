package io.swiftcart.order.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;

/** A graph of numbered states, kept in two plain arrays because there are millions of edges. */
final class Edges {
    private int[] from = new int[1 << 16];
    private int[] to = new int[1 << 16];
    private int size;

    void add(int source, int target) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = source;
        to[size] = target;
        size++;
    }

    /** From which states one that is good can be reached. */
    boolean[] leadingTo(int states, IntPredicate good) {
        int[] first = new int[states + 1];
        for (int edge = 0; edge < size; edge++) {
            first[to[edge] + 1]++;
        }
        for (int state = 0; state < states; state++) {
            first[state + 1] += first[state];
        }
        int[] sources = new int[size];
        int[] filled = Arrays.copyOf(first, states);
        for (int edge = 0; edge < size; edge++) {
            sources[filled[to[edge]]++] = from[edge];
        }
        return back(states, good, first, sources);
    }

    private static boolean[] back(int states, IntPredicate good, int[] first, int[] sources) {
        boolean[] reached = new boolean[states];
        Deque<Integer> open = new ArrayDeque<>();
        for (int state = 0; state < states; state++) {
            if (good.test(state)) {
                reached[state] = true;
                open.add(state);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            for (int at = first[state]; at < first[state + 1]; at++) {
                if (!reached[sources[at]]) {
                    reached[sources[at]] = true;
                    open.add(sources[at]);
                }
            }
        }
        return reached;
    }
}
