package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Platform;

/**
 * What agents call the server of a location, as far as it does not vary: they add {@code -} and six random characters,
 * so that two servers of one name live side by side, and nobody can tell them apart. Proven by {@code
 * conformance/vectors/server_names.tsv}.
 */
public final class ServerName {
    /** What the random part takes of the length. */
    private static final int RANDOM = 7;

    private static final int LONGEST = 63;
    private static final int LONGEST_ON_ECS = 60;

    /** On Kubernetes, of whose name nothing is left. */
    private static final String NAMELESS = "k8s";

    private ServerName() {}

    /** The part of the name that both have in common who differ in the random part only. */
    public static String of(Platform platform, String location, String deployment) {
        StringBuilder kept = new StringBuilder(location.length() + 1 + deployment.length());
        keep(location, platform, kept);
        kept.append('-');
        keep(deployment, platform, kept);
        int start = 0;
        int end = kept.length();
        while (start < end && isDropped(kept.charAt(start), platform)) {
            start++;
        }
        while (end > start && kept.charAt(end - 1) == '-') {
            end--;
        }
        if (start == end && platform == Platform.K8S) {
            return NAMELESS;
        }
        int longest = (platform == Platform.ECS ? LONGEST_ON_ECS : LONGEST) - RANDOM;
        return kept.substring(start, Math.min(end, start + longest));
    }

    /** What is left of a name on every platform: letters and digits, capitals as small ones. */
    public static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters.append((char) (c - 'A' + 'a'));
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** On Kubernetes capitals count as small letters, elsewhere they are lost. */
    private static void keep(String name, Platform platform, StringBuilder kept) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z' && platform == Platform.K8S) {
                kept.append((char) (c - 'A' + 'a'));
            } else if (isLetter(c) || (c >= '0' && c <= '9') || c == '-') {
                kept.append(c);
            }
        }
    }

    /** What a name cannot begin with: on Kubernetes anything but a letter, elsewhere the hyphen. */
    private static boolean isDropped(char first, Platform platform) {
        return platform == Platform.K8S ? !isLetter(first) : first == '-';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
