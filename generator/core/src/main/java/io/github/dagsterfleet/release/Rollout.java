package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoOutline;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of one repo for the order of deploys. Made by {@link Sessions}.
 *
 * @param sessions by environment, only those that the repo is in
 */
public record Rollout(RepoOutline repo, Map<String, Session> sessions) {
    /**
     * The same where it is known which image runs in an environment.
     *
     * @param image {@code TAG@sha256:DIGEST}
     */
    public Rollout running(String environment, String image) {
        Map<String, Session> known = new HashMap<>(sessions);
        known.computeIfPresent(environment, (name, session) -> session.running(image));
        return new Rollout(repo, Map.copyOf(known));
    }
}
