package io.github.dagsterfleet.render;

import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes what one artifact reads. What was read waits until the next thing is printed: a computed value makes it that
 * value's sources; static text, or a value that knows its own sources, makes it the artifact's control reads.
 */
final class ReadLog {
    private final boolean on;
    private final List<Node> pending = new ArrayList<>();
    private List<Node> printed = new ArrayList<>();
    private List<Node> controls = new ArrayList<>();
    private List<Node> touched = new ArrayList<>();

    /** @param on whether anything is noted at all; benchmarks measure what noting costs */
    ReadLog(boolean on) {
        this.on = on;
    }

    /** A template took hold of a value, perhaps only to see whether it is there. */
    void touched(Node value) {
        if (on) {
            touched.add(value);
        }
    }

    /** A template used a value's text, number or truth. */
    void read(Node value) {
        if (on) {
            pending.add(value);
        }
    }

    /** A template asked how many entries there are, or walked over them. */
    void container(Node container) {
        if (on) {
            controls.add(container);
        }
    }

    /** A value, or all that is below it, was printed as it is. */
    void printed(Node node) {
        if (on) {
            settle();
            printed.add(node);
        }
    }

    /** A value made of these was printed; of whatever was read just before when the value does not know. */
    List<Node> computed(List<Node> sources) {
        if (!on) {
            return sources;
        }
        if (sources.isEmpty()) {
            List<Node> read = List.copyOf(pending);
            pending.clear();
            printed.addAll(read);
            return read;
        }
        settle();
        printed.addAll(sources);
        return sources;
    }

    /** Something was printed that no value stands behind. */
    void settle() {
        if (!pending.isEmpty()) {
            controls.addAll(pending);
            pending.clear();
        }
    }

    /** The artifact is complete: hands out its reads and begins the next. */
    Reads finish() {
        settle();
        Reads reads = new Reads(printed, controls, touched);
        printed = new ArrayList<>();
        controls = new ArrayList<>();
        touched = new ArrayList<>();
        return reads;
    }

    /** Forgets an artifact that failed. */
    void reset() {
        pending.clear();
        printed.clear();
        controls.clear();
        touched.clear();
    }
}
