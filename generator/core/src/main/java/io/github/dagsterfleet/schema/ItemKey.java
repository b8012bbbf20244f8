package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What tells the items of a keyed list apart. */
public sealed interface ItemKey {
    /** The key of an item; empty when the item lacks it. Keys of several fields are joined by a line feed. */
    Optional<String> of(Node item);

    /** In the user's words: what every item must have. */
    String words();

    private static Optional<String> said(Scalar scalar) {
        return scalar.type() == ScalarType.NULL ? Optional.empty() : Optional.of(scalar.text());
    }

    private static Optional<String> whole(Node item) {
        return item instanceof Mapping ? Optional.of(item.toString()) : Optional.empty();
    }

    /** One or several fields of items that are mappings. */
    record Fields(List<String> names) implements ItemKey {
        public Fields {
            names = List.copyOf(names);
        }

        @Override
        public Optional<String> of(Node item) {
            if (!(item instanceof Mapping mapping)) {
                return Optional.empty();
            }
            StringBuilder key = new StringBuilder();
            for (String name : names) {
                Optional<String> part = mapping.scalar(name).flatMap(ItemKey::said);
                if (part.isEmpty()) {
                    return part;
                }
                key.append(key.isEmpty() ? "" : "\n").append(part.get());
            }
            return Optional.of(key.toString());
        }

        @Override
        public String words() {
            return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
        }
    }

    /**
     * The distribution name of a requirement, normalised as PEP 503 says. A mapping, such as {@code {include-group: test}},
     * is its own key: nothing can be merged into it.
     */
    record Requirement() implements ItemKey {
        @Override
        public Optional<String> of(Node item) {
            return item instanceof Scalar scalar ? said(scalar).flatMap(Requirement::distribution) : whole(item);
        }

        /** The normalised distribution name at the start of a requirement's text. */
        public static Optional<String> distribution(String requirement) {
            String text = requirement.stripLeading();
            StringBuilder name = new StringBuilder();
            boolean separated = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isAlphanumeric(c)) {
                    name.append(separated ? "-" : "").append(Character.toLowerCase(c));
                    separated = false;
                } else if ((c == '-' || c == '_' || c == '.') && !name.isEmpty()) {
                    separated = true;
                } else {
                    break;
                }
            }
            return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
        }

        private static boolean isAlphanumeric(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }

        @Override
        public String words() {
            return "a distribution name";
        }
    }

    /**
     * What stands before {@code =} in {@code KEY=VALUE}; the whole text of a bare {@code KEY}. A mapping, such as {@code
     * {env: KEY}}, is its own key.
     */
    record EnvItem() implements ItemKey {
        @Override
        public Optional<String> of(Node item) {
            if (!(item instanceof Scalar scalar)) {
                return whole(item);
            }
            return said(scalar).map(EnvItem::name).filter(name -> !name.isEmpty());
        }

        private static String name(String item) {
            int equals = item.indexOf('=');
            return equals < 0 ? item : item.substring(0, equals);
        }

        @Override
        public String words() {
            return "a name before `=`";
        }
    }
}
