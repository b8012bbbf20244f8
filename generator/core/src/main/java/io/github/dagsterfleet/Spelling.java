package io.github.dagsterfleet;

/** How a shell is told an option. */
public enum Spelling {
    /** {@code --same-release}. */
    COMMAND {
        @Override
        public String name(ReleaseOption option) {
            return "--" + option.word();
        }

        @Override
        String typed(ReleaseOption option) {
            return name(option);
        }

        @Override
        String typed(ReleaseOption option, String value) {
            return name(option) + " " + value;
        }
    },
    /** {@code -Ddagster-fleet.sameRelease}. */
    MAVEN {
        @Override
        public String name(ReleaseOption option) {
            StringBuilder name = new StringBuilder("dagster-fleet.");
            boolean large = false;
            for (char c : option.word().toCharArray()) {
                if (c != '-') {
                    name.append(large ? Character.toUpperCase(c) : c);
                }
                large = c == '-';
            }
            return name.toString();
        }

        @Override
        String typed(ReleaseOption option) {
            return "-D" + name(option);
        }

        @Override
        String typed(ReleaseOption option, String value) {
            return typed(option) + "=" + value;
        }
    };

    /** What it is called. */
    public abstract String name(ReleaseOption option);

    /** How a switch is given. */
    abstract String typed(ReleaseOption option);

    abstract String typed(ReleaseOption option, String value);
}
