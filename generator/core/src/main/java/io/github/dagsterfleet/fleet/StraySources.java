package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The one rule for what nothing reads: a YAML file or a folder whose name is nearly that of a source is told, once, with
 * the name that it should have, and its content is not looked at. Whatever else lies there is somebody else's.
 */
final class StraySources {
    private static final String YAML = ".yaml";
    private static final String YML = ".yml";

    private final List<SourceSet.Entry> folder;
    private final Findings findings;

    /** @param folder everything in one folder */
    StraySources(List<SourceSet.Entry> folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** Whether a person would take it for a source; hidden files are those of editors and tools. */
    static boolean looksLikeSource(SourceSet.Entry entry) {
        String name = entry.path().fileName().toLowerCase(Locale.ROOT);
        return !entry.isFolder() && !name.startsWith(".") && (name.endsWith(YAML) || name.endsWith(YML));
    }

    /** Whether it can be a source by the ending of its name. */
    static boolean isSource(SourceSet.Entry entry) {
        return looksLikeSource(entry) && entry.path().fileName().endsWith(YAML);
    }

    /** Whether the words mean the same to a person in a hurry. Stricter than a suggestion: a report is no repo. */
    static boolean isNearly(String name, String due) {
        return Math.abs(name.length() - due.length()) <= 1
                && !Suggestions.nearest(name, List.of(due)).isEmpty();
    }

    /** Tells a file that is one of these sources but for the case or the ending of its name. */
    boolean tellMisnamed(SourceSet.Entry entry, Collection<String> stems) {
        if (!looksLikeSource(entry)) {
            return false;
        }
        for (String stem : stems) {
            if (entry.path().stem().equalsIgnoreCase(stem)) {
                return tellNearly(entry, stem + YAML);
            }
        }
        return false;
    }

    /** Tells a file whose name is nearly this one, in a folder where it is the only source. */
    boolean tellMisspeltFile(SourceSet.Entry entry, SourcePath due) {
        return looksLikeSource(entry) && isNearly(entry.path().stem(), due.stem()) && tellNearly(entry, due.fileName());
    }

    /** Tells a folder whose name is nearly this one. */
    boolean tellMisspeltFolder(SourceSet.Entry entry, String due) {
        return entry.isFolder() && isNearly(entry.path().fileName(), due) && tellNearly(entry, due);
    }

    private boolean tellNearly(SourceSet.Entry entry, String due) {
        SourcePath wanted = entry.path().parent().resolve(due);
        if (entry.path().equals(wanted)) {
            return false;
        }
        boolean taken = folder.stream().anyMatch(other -> other.path().equals(wanted));
        String move = entry.isFolder() ? "move its files to " : "move what it says to ";
        tell(
                entry,
                "its name is nearly `" + due + "`",
                taken ? move + wanted + ", and delete it" : "rename it to " + wanted);
        return true;
    }

    /** Tells what is no source for another reason than its name. */
    void tell(SourceSet.Entry entry, String why, String help) {
        findings.add(Finding.in(
                        FindingCode.FLEET_STRAY_FILE,
                        entry.path(),
                        "nothing reads this " + (entry.isFolder() ? "folder" : "file") + ": " + why)
                .help(help));
    }
}
