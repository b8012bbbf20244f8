package io.github.dagsterfleet.cli;

/** What {@code help} alone prints. */
final class Usage {
    static final String TEXT =
            """
            dagster-fleet keeps the facts of all Dagster repos in one workspace and renders their files.

              generate [REPO...]        write every generated file that is not what the sources say
              check [REPO...]           write nothing, show what generate would write
              validate [PATH...]        tell what Dagster's tools will refuse, in any folder
              diff [REPO...] [ENV [ENV]] what differs from the files, between environments or releases
              explain REPO ENV [KEY]    the merged facts, or one of them, with the line each comes from
              promote [REPO...] ENV     move repos one step to production: the release of the stage before
              rollback [REPO...] ENV    take repos back to the release before, and put them on hold
              retire REPO... ENV        take repos, or a location, out of an environment
              hold [REPO...] ENV        let nothing be promoted for now; --all for all repos, --lift ends it
              deployed REPO ENV         record which image runs
              order [ENV [REPO...]]     what goes before what, and how: --for deploy, rollback or removal
              env local REPO            a .env for a laptop, without secrets
              env check REPO ENV|FILE   compare variables with what Dagster+ and other stores have
              env apply REPO ENV        set the variables that Dagster+ keeps
              schema [KIND]             write the JSON Schemas that editors read, or print one
              help [VERB|CODE]          more of a verb; what a finding such as schema/unknown-key means

            For generate and check:
              --team T                  the repos of these teams only; again, or a,b
              --env E                   the files of these environments only, so none in generated/all/
              --discard                 (generate) overwrite what somebody edited or had there before
              --reason TEXT             (generate) why so many repos change without a promotion

            For validate:
              --dagster VERSION         the release that will read the files; else the newest known
              --fix                     mend what has one right answer only
              --checkout [REPO=]DIR     where the code of repos is; --load [--python PATH] loads it

            For promote, rollback, retire, hold, deployed, order and env: dagster-fleet help VERB

            For every verb:
              -C DIR                    the workspace; else the nearest folder upwards that has
                                        environments/base.yaml
              --format text|json        json prints one document; for CI also sarif, github or gitlab
              --no-color                as does NO_COLOR in the environment
              --threads N               as many as there are processors, unless told
              -X                        a stack trace, should this command have a bug
              --version, --help

            Ends with 0 when all is well, 1 with findings or drift, 2 for wrong usage, 3 for a failing disk.
            """;

    private Usage() {}
}
