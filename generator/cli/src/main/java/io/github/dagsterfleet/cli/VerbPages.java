package io.github.dagsterfleet.cli;

/** What {@code help VERB} prints. */
final class VerbPages {
    private static final String GENERATE =
            """
            dagster-fleet generate [REPO...] [--env E] [--team T] [--discard] [--reason TEXT]

            Writes every generated file that is not what the sources say, and touches no other. Removes
            files that nothing generates any more, if the manifest proves that they are ours.

              REPO...      these repos
              --team T     the repos of these teams
              --env E      the files of these environments; those in generated/all/ stay as they are
              --discard    take ours where somebody edited a file, or had one there before
              --reason TEXT
                           why more repos change without a promotion than policies.live_overlay_limit
                           lets; it goes into the message of the commit that is printed, and into no file

            --team and --env may be given again, or as a,b. With any of them, and with REPO, the files in
            environments/generated/ stay as they are.

            An error in a shared file stops all. An error in a repo leaves that repo as it was, and so does
            a file in it that somebody edited (hand-edited) or had there before (unmanaged); the others are
            written. Of a part of the fleet less can be told: see help check.

            Ends with 0 when all is written, 1 with findings, 2 for wrong usage, 3 for a failing disk.
            """;

    private static final String CHECK =
            """
            dagster-fleet check [REPO...] [--env E] [--team T]

            Writes nothing. Shows what generate would write, as a diff, and ends with 1 unless all is up to
            date and without an error: for CI and for hooks.

              REPO...      these repos
              --team T     the repos of these teams
              --env E      the files of these environments; those in generated/all/ are not looked at

            --team and --env may be given again, or as a,b. With any of them, and with REPO, the files in
            environments/generated/ are not looked at.

            With REPO no other repo is read, for speed. Such a run cannot tell
              - whether another repo has a location of the same name
              - whether the locations below needs exist
              - whether the members of groups are repos
              - whether what shared files say by the name of a location or project speaks of any
              - whether shared lines, agents, secrets and profiles are used by anybody
            A run by --team reads all repos, and tells the first two. Only a run without both tells all.

            Ends with 0 when all is well, 1 with findings or drift, 2 for wrong usage.
            """;

    private static final String VALIDATE =
            """
            dagster-fleet validate [PATH...] [--dagster VERSION] [--fix] [--checkout [REPO=]DIR] [--load] [--python PATH]

            With PATH: tells what Dagster's tools will say of dagster_cloud.yaml, pyproject.toml, dg.toml and
            dg's build.yaml and container_context.yaml, before a deploy does; whether the files of a folder
            agree, and whether the code that they name is there. Needs no workspace, no account, no Python.
            Without PATH: of the sources of the workspace, whatever is generated; outside of one, of the
            present folder.

              PATH...                  files and folders, searched without .git, virtual environments and
                                       node_modules; no link to a folder is followed,
                                       and none out of the present folder
              --dagster VERSION        the release that will read the files; else the newest known
              --fix                    mend what has one right answer only, and tell what is left
              --checkout [REPO=]DIR    where the code of a repo is checked out, or a folder with a checkout
                                       for each repo, by its name; again, or a,b
              --load                   run `dagster definitions validate` too, which runs the code
              --python PATH            with that Python; else that of .venv, or the first on the path

            In JSON each finding says in `layer` who would refuse the file first:
              syntax    the reader of YAML or TOML, as Dagster uses it
              cli       the models of the dagster-cloud command
              deploy    the schema that Dagster+ applies to each location on deploy
              agent     the agent, when it launches the location
              dg        the dg command
            A finding without a layer is one that only dagster-fleet makes, such as a key written twice.

            Ends with 0 when nothing would be refused, 1 with findings, 2 for wrong usage.
            """;

    private static final String DIFF =
            """
            dagster-fleet diff [REPO...] [ENV [ENV]] [--release A..B]

            Tells what differs, and why: list items by what they are, never by line, and a change that many
            repos share once. Writes nothing.

              diff [REPO...] [ENV]      what is checked in, against what the sources say now
              diff [REPO...] ENV ENV    the first environment against the second
              diff [REPO...] ENV --release A..B
                                        a commit of the workspace against another, each as the release of
                                        ENV; A.. goes up to the one that is checked out

              REPO      these repos; all of the fleet when none is named
              ENV       an environment; repos/NAME and environments/NAME leave no doubt which is meant

            What may start, stop or double work comes first, then images, variables by their names alone,
            and all other configuration. Below each stands how many repos it concerns, and the line that
            made it. --format markdown prints a comment for a pull request, json names every repo.

            Ends with 0 whether or not anything differs, 1 with findings, 2 for wrong usage, 3 for a
            failing disk. check is the gate.
            """;

    private static final String EXPLAIN =
            """
            dagster-fleet explain REPO ENV [KEY]

            Without KEY: the layers of a repo in an environment from low to high, without those that say
            nothing of it, then the merged facts, each with its line.
            With KEY: the value, the line that won, and every line that lost, from new to old.

              env.LOG_LEVEL.value                      of every location; where they differ, of each; so too
                                                       location.KEY, resources.KEY, pyproject.KEY
              locations.web.env.LOG_LEVEL.value        of one
              projects.".".pyproject.project.name      a name with dots in it stands in quotes
              pyproject.project.dependencies[pandas]   an item by what tells it from the others,
              locations.web.container_context.k8s.volumes[name=tmp]    a field with its name

            A key that a layer took away is answered with the line that did. References to secrets stay
            references.

            Ends with 0 when there is an answer, 1 with what is wrong with the target, 2 for a repo,
            environment or key that there is not, the nearest named.
            """;

    private static final String PROMOTE =
            """
            dagster-fleet promote [REPO...] ENV [--ring R] [--group G] [--plan] [--hotfix] [--reason TEXT] [--same-release]

            Moves repos one step: an environment listed under `promoted` in base.yaml gets the release of the
            environment before it. All of the repos move, or none. First each gate is answered, then every
            change is shown; what is written are release.yaml and generated files, and nothing else.

              REPO...           these repos; with none, what the environment has that is no repo's: settings,
                                alert policies
              --ring R          the repos of a ring
              --group G         the members of a group
              --plan            write nothing
              --hotfix          take what is on the default branch, and skip the stages between
              --reason TEXT     why; it is recorded
              --same-release    move no release, but accept what this version of dagster-fleet makes of those
                                that are there

            A release is a commit of the default branch: what origin/HEAD stands for, else main. What is
            specific to the environment is always read from the tree: its file, its part of profiles, and
            overlays.

            Ends with 0 when it is done or there was nothing to do, 1 when a gate says no, 2 for wrong usage.
            """;

    private static final String ROLLBACK =
            """
            dagster-fleet rollback [REPO...] ENV [OPTION...]

            Takes repos back to the release that an environment had before, all of them or none, and puts
            them on hold. Prints what would change, the image that ran with that release, and what is typed
            to deploy it, downstream first.

              REPO...           these repos
              --ring R          the repos of a ring
              --group G         the members of a group
              --to RELEASE      to this one: a commit, or the beginning of its id
              --with REPO       takes along what relies on them; may be given again, or as a,b
              --overlays WORD   what becomes of an overlay that changed since: `keep` leaves it as it is,
                                `restore` makes it what it was; asked on a terminal
              --allow-remove    let locations go that the earlier release does not have
              --reason TEXT     of the hold
              --plan            write nothing

            `dagster-fleet hold REPO ENV --lift` ends the hold. The same command again goes back one release
            more.

            Ends with 0 when it is done or there was nothing to do, 1 when a gate says no, 2 for wrong usage.
            """;

    private static final String RETIRE =
            """
            dagster-fleet retire REPO... ENV [--location L] [--lift] [--reason TEXT] [--plan]

            Takes repos out of an environment, all of them or none, and prints what is typed to delete their
            locations in Dagster+. It is recorded in release.yaml, and so may be done for a repo whose folder
            is gone already. A later promotion brings the repo back.

              --location L      this location alone, whatever the release says of it
              --lift            let the location run there again
              --reason TEXT     why; it is recorded
              --plan            write nothing

            Ends with 0 when it is done or there was nothing to do, 1 when something needs what would go, 2 for
            wrong usage.
            """;

    private static final String HOLD =
            """
            dagster-fleet hold [REPO...] ENV [--ring R] [--group G] [--all] [--reason TEXT] [--until DATE] [--lift]

            Keeps repos as they are in an environment: nothing is promoted there until the hold is lifted or
            its last day is over. It is recorded in release.yaml; generated files stay as they are.

              REPO...           these repos
              --ring R          the repos of a ring
              --group G         the members of a group
              --all             everything in the environment, which environments/<env>.release.yaml records
              --reason TEXT     what to wait for; whoever promotes is told
              --until DATE      the last day, such as 2026-12-31
              --lift            end it

            Ends with 0 when it is done or there was nothing to do, 1 with findings, 2 for wrong usage.
            """;

    private static final String DEPLOYED =
            """
            dagster-fleet deployed REPO ENV [--image TAG@sha256:DIGEST]

            Records which image runs in an environment with its release, so that the next environment is told
            and so is whoever goes back. A tag alone can be moved, so the digest belongs to it.

            Ends with 0 when it is done or there was nothing to do, 1 with findings, 2 for wrong usage.
            """;

    private static final String ORDER =
            """
            dagster-fleet order [ENV [REPO...]] [--for deploy|rollback|removal]

            Prints in which waves the repos of an environment go, from what each says below needs, and what is
            typed for each. A wave begins when all locations of the one before it have loaded. Repos that need
            none and that none needs go at any time; they are counted, and named in JSON.

              ENV               else the first environment of the workspace
              REPO...           these repos and those that have to go before them, directly or not
              --for deploy      upstream first (when nothing is said): what is needed is there before what
                                needs it; the lines of the repo's own workflow
              --for rollback    downstream first: what may count on the newer code goes back before that code
                                does; the same lines, with the images of before
              --for removal     downstream first: what needs a location goes before the location does; the
                                lines that delete locations

              --format json       the whole of it, as in environments/generated/<env>/deploy_plan.json
              --format mermaid    a flowchart

            Ends with 0 when there is an order, 1 with what keeps the repos from having one, such as repos that
            need each other in a circle or one that cannot be read, 2 for wrong usage.
            """;

    private static final String ENV_LOCAL =
            """
            dagster-fleet env local REPO [--env E] [--location L] [--to FILE]

            Prints a .env for a laptop: every value of the repo in the environment, and the names of its
            secrets, with where each is kept, to be filled in. python-dotenv and dg read each value back as
            it is declared; so do sh and docker, but for those that the first lines name.

              --env E          else the first environment of the workspace
              --location L     what one location has; else where locations differ, the first one's counts
              --to FILE        write it there, where git has to ignore it and nothing may stand yet

            Ends with 0 when it is printed, 1 with what is wrong with the target or the file, 2 for wrong usage.
            """;

    private static final String ENV_CHECK =
            """
            dagster-fleet env check REPO ENV|FILE [--location L] [--names FILE]

            Compares the names of the variables that code is promised with those that exist: the gate before
            a deploy. No value is asked for. With a FILE, an env_set.json, it needs no workspace.

              --location L     what one location has
              --names FILE     a list of secrets in Kubernetes or AWS, again, or a,b; - is the standard input:
                                 kubectl get secret --namespace data -o json | dagster-fleet env check ... --names -
                                 aws secretsmanager list-secrets > names.json

            Dagster+ is asked only when it is to keep something. Where it is and as whom:
              DAGSTER_CLOUD_URL, DAGSTER_CLOUD_ORGANIZATION, DAGSTER_CLOUD_API_TOKEN; else what dg's own
              configuration file says

            Ends with 0 when all that is required is there, 1 when something is missing or Dagster+ cannot be
            asked, 2 for wrong usage.
            """;

    private static final String ENV_APPLY =
            """
            dagster-fleet env apply REPO ENV [--location L] [--stdin json] [--rotate] [--prune] [--yes] [--print-commands]

            Sets the variables that Dagster+ has to keep, one for each location, in the scopes that are
            declared. Shows names first, then asks. Declared values are always sent. The value of a secret is
            the one that the environment of this command has under the variable's name; a secret that is there
            already is left alone. When a value is missing, nothing is sent at all. What is done stays done:
            after a failure the same command does the rest.

              --location L        the variables of one location
              --stdin json        take values from the standard input: {"GITHUB_TOKEN": "..."}
              --rotate            send secrets too that are there, where a value is given
              --prune             take away what only one of these locations has and nobody declares
              --yes               do not ask; without a terminal nothing is sent without it
              --print-commands    print the lines of dg that come near to this, and do nothing

            Connects as `env check` does. Ends with 0 when all is done, 1 when it is not, 2 for wrong usage.
            """;

    private static final String SCHEMA =
            """
            dagster-fleet schema [KIND]

            Without KIND: writes the JSON Schemas of our files and of Dagster's, and their catalogue, to
            environments/generated/all/schemas/, even when the sources are broken. generate does it too.
            With KIND (repo, dagster_cloud, dg, ...): prints one, which needs no workspace.

            Editors find them by the first line of a file:
              # yaml-language-server: $schema=../../environments/generated/all/schemas/repo.schema.json
            """;

    private static final String HELP =
            """
            dagster-fleet help [VERB|CODE]

            Without a name: all verbs and options in short. With a verb: that verb. With the code of a
            finding: what it means, a bad and a good example, and what to do. The last part of a code is
            enough where it is the only one: help lock-broken.
            """;

    private VerbPages() {}

    static String of(Verb verb) {
        return switch (verb) {
            case GENERATE -> GENERATE;
            case CHECK -> CHECK;
            case VALIDATE -> VALIDATE;
            case DIFF -> DIFF;
            case EXPLAIN -> EXPLAIN;
            case PROMOTE -> PROMOTE;
            case ROLLBACK -> ROLLBACK;
            case RETIRE -> RETIRE;
            case HOLD -> HOLD;
            case DEPLOYED -> DEPLOYED;
            case ORDER -> ORDER;
            case ENV_LOCAL -> ENV_LOCAL;
            case ENV_CHECK -> ENV_CHECK;
            case ENV_APPLY -> ENV_APPLY;
            case SCHEMA -> SCHEMA;
            case HELP -> HELP;
        };
    }
}
