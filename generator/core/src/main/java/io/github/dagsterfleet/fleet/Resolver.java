package io.github.dagsterfleet.fleet;

/** Tells what a repo is in an environment, be it by the tree or by a release. */
public interface Resolver {
    /** @param environment one that base.yaml lists */
    Resolution resolve(RepoSource repo, String environment);
}
