package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.schema.ExclusiveGroup.Member;
import io.github.dagsterfleet.schema.SchemaFindings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A plain mapping: merges key by key, in written order; setting a member of an exclusive group drops the others. */
final class MappingPatch extends Patch {
    private final Map<String, Entry> entries;
    private final List<ExclusiveGroup> groups;
    private final Optional<Node> said;

    /** @param groups of which at most one member may be set in this mapping or below it */
    MappingPatch(Span span, Collection<Entry> entries, List<ExclusiveGroup> groups) {
        super(span);
        Map<String, Entry> byName = new LinkedHashMap<>();
        entries.forEach(entry -> byName.put(entry.key.text(), entry));
        this.entries = Collections.unmodifiableMap(byName);
        this.groups = groups;
        this.said = said(span, byName.values());
    }

    /** What is said of one key. */
    record Entry(Scalar key, Patch patch) {}

    Collection<Entry> entries() {
        return entries.values();
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The part of this that speaks of some keys only. */
    MappingPatch only(Predicate<String> keys) {
        return new MappingPatch(
                span(),
                entries.values().stream()
                        .filter(entry -> keys.test(entry.key.text()))
                        .toList(),
                groups);
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before == Slot.BLANK && said.isPresent() && at.cover().isEmpty()) {
            return before.with(Whole.Said.write(pass, Verb.SET, said.get(), before));
        }
        if (before.value().filter(node -> !(node instanceof Mapping)).isPresent()) {
            return pass.refuse(before, Refusals.kindClash(at, "a mapping", span(), before));
        }
        MappingDraft draft = new MappingDraft(before);
        Set<String> failed = applyEntries(draft, before, at, pass);
        if (!groups.isEmpty() && !before.isAbsent()) {
            displace(draft, failed, before, at, pass);
        }
        return before.isAbsent() ? created(draft, failed, before, at, pass) : merged(draft, before, at, pass);
    }

    /** Returns the keys below which something failed. */
    private Set<String> applyEntries(MappingDraft draft, Slot before, Place at, Pass pass) {
        Set<String> failed = Set.of();
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            String name = named.getKey();
            Entry entry = named.getValue();
            int errors = pass.errors();
            Slot slot = before.below(name);
            draft.put(entry.key, slot, entry.patch.apply(slot, at.below(name, before), pass));
            if (pass.errors() > errors) {
                failed = failed.isEmpty() ? new HashSet<>() : failed;
                failed.add(name);
            }
        }
        return failed;
    }

    private Slot created(MappingDraft draft, Set<String> failed, Slot before, Place at, Pass pass) {
        if (draft.isEmpty() && !entries.isEmpty() && failed.size() == entries.size()) {
            return before;
        }
        Slot after = draft.finish(before.won(step(Verb.SET, pass)));
        return draft.isEmpty() ? pass.change(before, after, at, span()) : after;
    }

    private Slot merged(MappingDraft draft, Slot before, Place at, Pass pass) {
        if (entries.isEmpty()) {
            return pass.same(before, before, at, span());
        }
        return draft.isUnchanged() ? before : draft.finish(before.touched(step(Verb.MERGED, pass)));
    }

    private Step step(Verb verb, Pass pass) {
        return said.isPresent() ? pass.step(verb, said.get()) : pass.step(verb, span());
    }

    private void displace(MappingDraft draft, Set<String> failed, Slot before, Place at, Pass pass) {
        for (ExclusiveGroup group : groups) {
            List<Member> set =
                    members(group, member -> !failed.contains(member.path().get(0)) && setsHere(member, draft));
            doubled(set).forEach(error -> pass.refuse(before, error));
            if (set.size() == 1) {
                Member winner = set.get(0);
                new Displacement(winner, key(winner, 0).span(), at, pass).dropOthers(group, draft, before);
            }
        }
    }

    private boolean setsHere(Member member, MappingDraft draft) {
        Entry entry = entries.get(member.path().get(0));
        return entry != null
                && entry.patch.sets(member, 1, draft.at(entry.key.text()).value());
    }

    /** An error for every member that this sets beside another one of its group. */
    List<Finding> doubled() {
        List<Finding> all = new ArrayList<>();
        for (ExclusiveGroup group : groups) {
            all.addAll(doubled(members(group, member -> sets(member, 0, Optional.empty()))));
        }
        return all;
    }

    private static List<Member> members(ExclusiveGroup group, Predicate<Member> set) {
        List<Member> members = new ArrayList<>();
        for (Member member : group.members()) {
            if (set.test(member)) {
                members.add(member);
            }
        }
        return members;
    }

    private List<Finding> doubled(List<Member> set) {
        if (set.size() < 2) {
            return List.of();
        }
        List<Member> written = new ArrayList<>(set);
        written.sort(Comparator.comparing(member -> key(member, 0).span()));
        return written.stream()
                .skip(1)
                .map(member -> SchemaFindings.exclusive(
                        key(member, 0), member, key(written.get(0), 0).origin(), written.get(0)))
                .toList();
    }

    /** The last key of the member's path that is written here or below; the first one must be. */
    private Scalar key(Member member, int depth) {
        Entry entry = entry(member.path().get(depth)).orElseThrow();
        return entry.patch instanceof MappingPatch below
                        && depth + 1 < member.path().size()
                ? below.key(member, depth + 1)
                : entry.key;
    }

    @Override
    Optional<Node> said() {
        return said;
    }

    /** The plain part of this, without the keys below which an operator takes part. */
    Mapping plainPart() {
        return plain(span(), entries.values());
    }

    private static Optional<Node> said(Span span, Collection<Entry> entries) {
        Mapping plain = plain(span, entries);
        return plain.size() == entries.size() ? Optional.of(plain) : Optional.empty();
    }

    private static Mapping plain(Span span, Collection<Entry> entries) {
        Mapping.Builder keys = Mapping.builder();
        for (Entry entry : entries) {
            Optional<Node> said = entry.patch.said();
            if (said.isPresent()) {
                keys.put(entry.key, said.get());
            }
        }
        return keys.build(span);
    }

    @Override
    boolean sets(Member member, int depth, Optional<Node> after) {
        if (depth == member.path().size()) {
            return member.item().isEmpty();
        }
        String name = member.path().get(depth);
        Entry entry = entries.get(name);
        return entry != null
                && entry.patch.sets(
                        member,
                        depth + 1,
                        after.filter(Mapping.class::isInstance).flatMap(node -> ((Mapping) node).get(name)));
    }
}
