package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one file reads of its environment.
 *
 * @param reads in the order of the file
 * @param handled names that the file sets itself, or asks for before it reads them
 * @param isOpen whether it may read more than these names
 */
public record FileReads(List<Read> reads, Set<String> handled, boolean isOpen) {
    /** Of a file that reads nothing. */
    public static final FileReads NONE = new FileReads(List.of(), Set.of(), false);

    /** Of a file that nobody can make out. */
    public static final FileReads UNKNOWN = new FileReads(List.of(), Set.of(), true);

    public FileReads {
        reads = List.copyOf(reads);
        handled = Set.copyOf(handled);
    }

    /** The reads that the code has no answer of its own to. */
    public List<Read> needed() {
        return reads.stream().filter(Read::isNeeded).toList();
    }

    static final class Builder {
        private final List<Read> reads = new ArrayList<>();
        private final Set<String> handled = new HashSet<>();
        private boolean open;

        void needs(String name, Span span) {
            add(new Read(name, span, Optional.empty(), true));
        }

        void mayUse(String name, Span span) {
            add(new Read(name, span, Optional.empty(), false));
        }

        /** @param name the one that dlt looks for first */
        void needs(String name, Read.Argument argument, Span span) {
            add(new Read(name, span, Optional.of(argument), true));
        }

        /** No declaration could have another name. */
        private void add(Read read) {
            if (DotenvFormat.isName(read.name())) {
                reads.add(read);
            }
        }

        void handles(String name) {
            handled.add(name);
        }

        void readsMore() {
            open = true;
        }

        FileReads build() {
            return new FileReads(reads, handled, open);
        }
    }
}
