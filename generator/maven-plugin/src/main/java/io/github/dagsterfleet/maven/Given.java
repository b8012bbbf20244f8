package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import io.github.dagsterfleet.Spelling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that somebody gave, collected one by one. */
final class Given {
    private final Map<ReleaseOption, String> options = new EnumMap<>(ReleaseOption.class);

    Given with(ReleaseOption option, boolean isSet) {
        return with(option, isSet ? "" : null);
    }

    Given with(ReleaseOption option, @Nullable String value) {
        if (value != null) {
            options.put(option, value);
        }
        return this;
    }

    ReleaseArguments of(List<String> repos, String environment) {
        return new ReleaseArguments(repos, environment, options, Spelling.MAVEN);
    }
}
