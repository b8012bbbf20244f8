package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.SecretEntry;
import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue of secrets as one target sees it. It binds as soon as base.yaml has one. */
final class SecretCatalogue {
    static final char KEY = '#';

    private final Map<String, SecretEntry> entries;
    private final Set<String> environments;
    private final boolean binds;
    private final Platform platform;
    private final String environment;
    private final Optional<String> team;
    private final SourcePath file;
    private final Findings findings;

    SecretCatalogue(Target target, Findings findings) {
        this.entries = target.fleet().secrets();
        this.environments = target.fleet().environments().keySet();
        this.binds = target.fleet().document().has("secrets");
        this.platform = target.agent().platform();
        this.environment = target.environment().name().text();
        this.team = target.facts().text("team");
        this.file = target.file();
        this.findings = findings;
    }

    /** The key that {@code name#key} means; empty with a finding when the target cannot have it. */
    Optional<Supply.Secret> key(Scalar said) {
        int hash = said.text().indexOf(KEY);
        if (hash <= 0 || hash == said.text().length() - 1) {
            findings.add(at(FindingCode.DAGSTER_UNKNOWN_SECRET_KEY, said, "this value names no key of a secret")
                    .label("no key")
                    .help("write `secret: <name>#<key>`"));
            return Optional.empty();
        }
        String name = said.text().substring(0, hash);
        String key = said.text().substring(hash + 1);
        if (!binds) {
            return unbound(said, name, key);
        }
        Optional<SecretEntry> entry = entry(said, name);
        return entry.isPresent() && hasKey(entry.get(), key, said) ? of(entry.get(), said, key) : Optional.empty();
    }

    /** Every key of a secret; none with a finding when the target cannot have it, none when nobody says the keys. */
    List<Supply.Secret> keys(Scalar name) {
        if (!binds) {
            return unbound(name, name.text(), "").isPresent() && platform != Platform.K8S ? unlisted(name) : List.of();
        }
        List<Supply.Secret> all = new ArrayList<>();
        entry(name, name.text()).ifPresent(entry -> {
            if (entry.keys().isEmpty() && entry.store() != Store.KUBERNETES) {
                unlisted(name);
            }
            for (Scalar key : entry.keys()) {
                Scalar reference = Derived.text(name.text() + KEY + key.text(), name, key);
                of(entry, reference, key.text()).ifPresent(all::add);
            }
        });
        return all;
    }

    private List<Supply.Secret> unlisted(Scalar name) {
        findings.add(at(FindingCode.DAGSTER_UNKNOWN_SECRET, name, "nobody says which keys `" + name.text() + "` has")
                .label("keys unknown")
                .help("list them in environments/base.yaml under `secrets." + name.text() + ".keys`"));
        return List.of();
    }

    private Optional<Supply.Secret> unbound(Scalar said, String name, String key) {
        if (platform == Platform.ECS) {
            findings.add(noArn(said, name));
            return Optional.empty();
        }
        return Optional.of(new Supply.Secret(said, name, key, store(name), Optional.empty(), Optional.empty()));
    }

    /** Tells of an ARN in raw form when it is that of an entry which the target cannot have. */
    void checkArn(Scalar arn) {
        Map<SecretEntry, List<String>> owners = new LinkedHashMap<>();
        for (SecretEntry entry : entries.values()) {
            for (String owner : environments) {
                Scalar known = entry.arns().get(owner);
                if (known == null || !isArnOf(known.text(), arn.text())) {
                    continue;
                }
                if (owner.equals(environment) && entry.isFor(environment)) {
                    isOurs(entry, arn);
                    return;
                }
                owners.computeIfAbsent(entry, first -> new ArrayList<>(1)).add(owner);
            }
        }
        owners.entrySet().stream()
                .findFirst()
                .ifPresent(owner -> findings.add(others(owner.getKey(), arn, "environment", owner.getValue())
                        .help("use a secret of `" + environment + "`")));
    }

    /** Behind the ARN of a secret may stand a key and a version, each after a colon. */
    private static boolean isArnOf(String secret, String arn) {
        return arn.startsWith(secret) && (arn.length() == secret.length() || arn.charAt(secret.length()) == ':');
    }

    /** Where a secret is kept; where the agent looks first when the catalogue does not know it. */
    Store store(String name) {
        SecretEntry entry = entries.get(name);
        return entry == null ? readableStores().get(0) : entry.store();
    }

    private Optional<SecretEntry> entry(Scalar said, String name) {
        SecretEntry entry = entries.get(name);
        if (entry == null) {
            Finding unknown = at(FindingCode.DAGSTER_UNKNOWN_SECRET, said, "the catalogue has no secret `" + name + "`")
                    .label("unknown secret");
            findings.add(Suggestions.help(unknown, name, entries.keySet()));
            return Optional.empty();
        }
        return isOurs(entry, said) && isReadable(entry, said) ? Optional.of(entry) : Optional.empty();
    }

    private boolean isOurs(SecretEntry entry, Scalar said) {
        if (!entry.teams().isEmpty() && team.isEmpty()) {
            findings.add(withoutTeam(entry, said));
            return false;
        }
        if (!entry.teams().isEmpty() && !entry.teams().contains(team.get())) {
            findings.add(others(entry, said, "team", entry.teams())
                    .help("add `" + team.get() + "` to `secrets." + entry.name().text() + ".teams`"));
            return false;
        }
        if (!entry.isFor(environment)) {
            findings.add(others(entry, said, "environment", entry.environments())
                    .help("use a secret of `" + environment + "`"));
            return false;
        }
        return true;
    }

    /** Whose repo it is has to be said there, wherever the variable is. */
    private Finding withoutTeam(SecretEntry entry, Scalar said) {
        return Finding.in(
                        FindingCode.DAGSTER_SECRET_OF_OTHERS,
                        file,
                        "`team` is missing, and `" + entry.name().text() + "` belongs to the team"
                                + (entry.teams().size() > 1 ? "s " : " ") + Names.all(entry.teams()))
                .note("the secret is used here", said.origin())
                .note("the catalogue says whose it is", entry.name().origin())
                .help("add `team: …` to " + file);
    }

    private static Finding others(SecretEntry entry, Scalar said, String what, List<String> owners) {
        return at(
                        FindingCode.DAGSTER_SECRET_OF_OTHERS,
                        said,
                        "`" + entry.name().text() + "` belongs to the " + what + (owners.size() > 1 ? "s " : " ")
                                + Names.all(owners))
                .label("not yours")
                .note("the catalogue says whose it is", entry.name().origin());
    }

    private boolean isReadable(SecretEntry entry, Scalar said) {
        List<Store> stores = readableStores();
        if (stores.contains(entry.store())) {
            return true;
        }
        findings.add(at(
                        FindingCode.DAGSTER_SECRET_STORE,
                        said,
                        "agents on `" + platform.word() + "` cannot read the store `"
                                + entry.store().word() + "`")
                .label("out of reach")
                .note("the catalogue says where it is kept", entry.name().origin())
                .help("use a secret that is kept in "
                        + Names.choice(stores.stream().map(Store::word).toList())));
        return false;
    }

    /** The one that agents of the platform are made for comes first. */
    private List<Store> readableStores() {
        return switch (platform) {
            case K8S -> List.of(Store.KUBERNETES, Store.DAGSTER_PLUS, Store.AGENT);
            case ECS -> List.of(Store.AWS, Store.DAGSTER_PLUS, Store.AGENT);
            case DOCKER -> List.of(Store.AGENT, Store.DAGSTER_PLUS);
            case SERVERLESS -> List.of(Store.DAGSTER_PLUS);
        };
    }

    private boolean hasKey(SecretEntry entry, String key, Scalar said) {
        if (entry.keys().isEmpty()) {
            return true;
        }
        for (Scalar known : entry.keys()) {
            if (known.text().equals(key)) {
                return true;
            }
        }
        List<String> keys = entry.keys().stream().map(Scalar::text).toList();
        Finding unknown = at(
                        FindingCode.DAGSTER_UNKNOWN_SECRET_KEY,
                        said,
                        "the secret `" + entry.name().text() + "` has no key `" + key + "`")
                .label("unknown key")
                .note("the catalogue lists its keys", entry.name().origin());
        List<String> near = Suggestions.nearest(key, keys);
        findings.add(
                near.isEmpty()
                        ? Suggestions.help(unknown, key, keys)
                        : unknown.help("write `" + entry.name().text() + KEY + near.get(0) + "`"));
        return false;
    }

    private Optional<Supply.Secret> of(SecretEntry entry, Scalar said, String key) {
        Optional<Scalar> arn = Optional.ofNullable(entry.arns().get(environment));
        if (entry.store() == Store.AWS && arn.isEmpty()) {
            findings.add(noArn(said, entry.name().text())
                    .note(
                            "the catalogue has no ARN for `" + environment + "`",
                            entry.name().origin()));
            return Optional.empty();
        }
        return Optional.of(new Supply.Secret(said, entry.name().text(), key, entry.store(), arn, entry.format()));
    }

    private Finding noArn(Scalar said, String name) {
        return at(FindingCode.DAGSTER_NO_ARN, said, "ECS finds `" + name + "` by its ARN, which nobody says")
                .label("no ARN")
                .help("add it for each environment to environments/base.yaml, below `secrets." + name + ".arn`");
    }

    private static Finding at(FindingCode code, Scalar said, String message) {
        return Finding.at(code, said.origin(), message);
    }
}
