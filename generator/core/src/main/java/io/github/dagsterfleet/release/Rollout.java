package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoOutline;
import java.util.Map;

/**
 * What is kept of one repo for the order of deploys. Made by {@link Sessions}.
 *
 * @param sessions by environment, only those that the repo is in
 */
public record Rollout(RepoOutline repo, Map<String, Session> sessions) {}
