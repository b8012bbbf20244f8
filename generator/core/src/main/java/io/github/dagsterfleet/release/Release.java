package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.render.TemplateSet;

/**
 * The workspace as a commit has it, under what is specific to environments in the tree.
 *
 * @param workspace the commit's, with what is specific to environments, and catalogues, of the tree
 * @param repos reads the repos of the commit
 * @param resolver folds the layers of the commit under those of the tree
 * @param inputs digests of the commit's files
 * @param templates those of the commit; shared by releases between which none changed
 */
public record Release(
        Workspace workspace,
        RepoReader repos,
        TargetResolver resolver,
        InputsDigest inputs,
        Outcome<TemplateSet> templates) {}
