package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The policies in one run over a fleet. Several threads may use it, one for each repo. */
public final class PolicyCheck {
    /** What was let through in a file, whosever it is. */
    private static final String OF_FILES = "";

    private final Waivers waivers;
    private final Map<String, Collection<Waived>> waived = new ConcurrentHashMap<>();

    private PolicyCheck(Waivers waivers) {
        this.waivers = waivers;
    }

    /** @param findings gets what is wrong with the waivers themselves */
    public static PolicyCheck of(Fleet fleet, LocalDate today, Findings findings) {
        return new PolicyCheck(new Waivers(new WaiverReader(findings).read(fleet), today));
    }

    /**
     * Tells the repos and locations that waivers name and nobody has.
     *
     * @param repos all there are
     * @param outlines of those that could be read
     */
    public void checkNames(Collection<String> repos, Collection<RepoOutline> outlines, Findings findings) {
        Set<String> locations = new TreeSet<>();
        outlines.forEach(outline -> outline.locations().keySet().forEach(name -> locations.add(name.text())));
        WaiverReader reader = new WaiverReader(findings);
        for (Waiver waiver : waivers.all()) {
            reader.checkNames("repo", waiver.extent().repos(), repos);
            if (outlines.size() == repos.size()) {
                reader.checkNames("location", waiver.extent().locations(), locations);
            }
        }
    }

    /** @param locations the documents of the target */
    public void check(Target target, List<Mapping> locations, Findings findings) {
        for (Mapping location : locations) {
            Findings found = new Findings();
            Policies.check(new Deployed(location, Optional.of(target)), found);
            if (!found.isEmpty()) {
                String name = location.text("location_name").orElseThrow();
                found.list().forEach(finding -> rule(finding, target, name, findings));
            }
        }
    }

    private void rule(Finding finding, Target target, String location, Findings findings) {
        Optional<Waiver> waiver = waivers.lettingThrough(finding, target, location);
        if (waiver.isPresent()) {
            letThrough(target.repo(), new Waived(finding, waiver.get()));
        } else {
            findings.add(waivers.lastEnded(finding, target, location)
                    .map(ended -> ended.noLonger(finding))
                    .orElse(finding));
        }
    }

    /**
     * Tells the secrets of a run, but those that a waiver lets through.
     *
     * @return the files that hold one which is told
     */
    public Set<SourcePath> check(Secrets secrets, Findings findings) {
        Set<SourcePath> files = new TreeSet<>();
        for (Leak leak : secrets.leaks()) {
            Optional<Waiver> waiver = waivers.lettingThrough(leak);
            if (waiver.isPresent()) {
                letThrough(OF_FILES, new Waived(leak.finding(), waiver.get()));
            } else {
                files.addAll(leak.files());
                findings.add(waivers.lastEnded(leak)
                        .map(ended -> ended.noLonger(leak.finding()))
                        .orElseGet(leak::finding));
            }
        }
        return files;
    }

    private void letThrough(String repo, Waived one) {
        waived.computeIfAbsent(repo, unknown -> new ConcurrentLinkedQueue<>()).add(one);
    }

    /** What was let through in these repos, sorted, each mistake once. */
    public List<Waived> waived(Collection<String> repos) {
        Map<Waiver, Findings> through = new LinkedHashMap<>();
        List<String> from = new ArrayList<>(repos);
        from.add(OF_FILES);
        for (String repo : from) {
            for (Waived one : waived.getOrDefault(repo, List.of())) {
                through.computeIfAbsent(one.waiver(), waiver -> new Findings()).add(one.finding());
            }
        }
        List<Waived> all = new ArrayList<>();
        through.forEach((waiver, found) -> found.sorted().forEach(finding -> all.add(new Waived(finding, waiver))));
        all.sort(Comparator.comparing(Waived::finding));
        return all;
    }

    /** Tells the waivers that let nothing through; only for who has looked at every repo and found nothing wrong. */
    public void unneeded(Findings findings) {
        waivers.unneeded(findings);
    }
}
