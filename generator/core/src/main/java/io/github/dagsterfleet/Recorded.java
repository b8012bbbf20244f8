package io.github.dagsterfleet;

import io.github.dagsterfleet.release.PinEdit;
import java.util.List;

/**
 * What was recorded of releases.
 *
 * @param subjects of what: repos, or the environment as a whole; none where all of it stood there already
 * @param commit what to type next
 */
public record Recorded(List<String> subjects, String environment, PinEdit edit, String commit) {
    public Recorded {
        subjects = List.copyOf(subjects);
    }

    static Recorded ofRepos(List<String> repos, RecordRequest request) {
        return new Recorded(
                repos,
                request.which().environment(),
                request.edit(),
                CommitCommand.of(request.edit(), repos, request.which().environment()));
    }

    static Recorded ofEverything(List<String> everything, RecordRequest request) {
        return new Recorded(
                everything,
                request.which().environment(),
                request.edit(),
                CommitCommand.ofEverything(request.edit(), request.which().environment()));
    }

    /** For a person: a line for each, and what to type next. */
    public String text() {
        if (subjects.isEmpty()) {
            return "nothing to do\n";
        }
        StringBuilder out = new StringBuilder();
        subjects.forEach(subject -> out.append(subject)
                .append(" in ")
                .append(environment)
                .append(": ")
                .append(edit.words())
                .append('\n'));
        return out.append("next: ").append(commit).append('\n').toString();
    }
}
