package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which repo needs which in one environment, and where that leads in a circle. */
public final class NeedGraph {
    private final List<List<Edge>> edges;

    private NeedGraph(List<List<Edge>> edges) {
        this.edges = edges;
    }

    /** One repo needs a location of another one, or of its own. */
    public record Edge(int from, int to, RepoOutline repo, RepoOutline upstream, Scalar need) {}

    /** @param repos in whose order edges and circles come */
    public static NeedGraph of(List<RepoOutline> repos, String environment) {
        Map<String, Integer> owners = new HashMap<>();
        for (int i = 0; i < repos.size(); i++) {
            int owner = i;
            repos.get(i).locations().forEach((name, environments) -> {
                if (environments.contains(environment)) {
                    owners.putIfAbsent(name.text(), owner);
                }
            });
        }
        List<List<Edge>> edges = new ArrayList<>(repos.size());
        for (int from = 0; from < repos.size(); from++) {
            List<Edge> own = new ArrayList<>(0);
            for (Map.Entry<Scalar, List<String>> need : repos.get(from).needs().entrySet()) {
                Integer to = owners.get(need.getKey().text());
                if (to != null && need.getValue().contains(environment)) {
                    own.add(new Edge(from, to, repos.get(from), repos.get(to), need.getKey()));
                }
            }
            edges.add(own);
        }
        return new NeedGraph(edges);
    }

    /** What the repo at this place among those given needs; nothing for what no repo has there. */
    public List<Edge> edges(int repo) {
        return Collections.unmodifiableList(edges.get(repo));
    }

    /** For each set of repos that all need each other, directly or not, every edge among them; sorted by repo. */
    List<List<Edge>> circles() {
        int[] component = new Components().found();
        Map<Integer, List<Edge>> circles = new HashMap<>();
        List<List<Edge>> inOrder = new ArrayList<>();
        for (List<Edge> own : edges) {
            for (Edge edge : own) {
                if (component[edge.from] == component[edge.to]) {
                    circles.computeIfAbsent(component[edge.from], id -> {
                                List<Edge> circle = new ArrayList<>();
                                inOrder.add(circle);
                                return circle;
                            })
                            .add(edge);
                }
            }
        }
        return inOrder;
    }

    /** Tarjan's strongly connected components, with a stack of our own: a chain may be as long as the fleet. */
    private final class Components {
        private static final int UNSEEN = -1;

        private final int[] component = filled();
        private final int[] index = filled();
        private final int[] lowest = new int[edges.size()];
        private final int[] nextEdge = new int[edges.size()];
        private final int[] open = new int[edges.size()];
        private int opened;
        private int seen;

        private int[] filled() {
            int[] ids = new int[edges.size()];
            Arrays.fill(ids, UNSEEN);
            return ids;
        }

        int[] found() {
            int[] path = new int[edges.size()];
            for (int root = 0; root < edges.size(); root++) {
                if (index[root] != UNSEEN) {
                    continue;
                }
                int depth = 0;
                path[depth++] = root;
                enter(root);
                while (depth > 0) {
                    int at = path[depth - 1];
                    if (nextEdge[at] < edges.get(at).size()) {
                        int to = edges.get(at).get(nextEdge[at]++).to;
                        if (index[to] == UNSEEN) {
                            path[depth++] = to;
                            enter(to);
                        } else if (component[to] == UNSEEN) {
                            lowest[at] = Math.min(lowest[at], index[to]);
                        }
                    } else {
                        depth--;
                        leave(at);
                        if (depth > 0) {
                            int back = path[depth - 1];
                            lowest[back] = Math.min(lowest[back], lowest[at]);
                        }
                    }
                }
            }
            return component;
        }

        private void enter(int repo) {
            index[repo] = seen;
            lowest[repo] = seen;
            seen++;
            open[opened++] = repo;
        }

        private void leave(int repo) {
            if (lowest[repo] != index[repo]) {
                return;
            }
            int member;
            do {
                member = open[--opened];
                component[member] = repo;
            } while (member != repo);
        }
    }
}
