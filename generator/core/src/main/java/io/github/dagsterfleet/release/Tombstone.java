package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.CommitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a repo was taken out of an environment.
 *
 * @param release what it rendered from
 * @param date the day; empty in files of the versions that recorded none
 * @param reason empty where nobody said why
 */
public record Tombstone(CommitId release, Optional<LocalDate> date, Optional<String> reason) {
    /** What happened to it: {@code was retired on 2026-11-22: merged into beta}. */
    public String words() {
        return "was retired" + date.map(day -> " on " + day).orElse("")
                + reason.map(why -> ": " + why).orElse("");
    }
}
