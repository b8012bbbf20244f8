package io.github.dagsterfleet.source.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Trees and blobs as git stores them. Trees are kept: the commits of one repository share most of them. */
final class TreeObjects {
    private final GitObjects objects;
    private final int idBytes;
    private final Map<String, Map<String, TreeEntry>> trees = new ConcurrentHashMap<>();

    /** @param idBytes 20, or 32 in a repository of SHA-256 */
    TreeObjects(GitObjects objects, int idBytes) {
        this.objects = objects;
        this.idBytes = idBytes;
    }

    /** What a name in a tree stands for. */
    enum Kind {
        FILE,
        LINK,
        FOLDER,
        SUBMODULE;

        /** By the mode that git writes, in octal digits. */
        static Kind ofMode(String mode) {
            return switch (mode) {
                case "40000" -> FOLDER;
                case "120000" -> LINK;
                case "160000" -> SUBMODULE;
                default -> FILE;
            };
        }
    }

    /** A name in a tree. */
    record TreeEntry(Kind kind, String id) {}

    /** By name; without names that no path can have. */
    Map<String, TreeEntry> tree(String id) throws IOException {
        Map<String, TreeEntry> tree = trees.get(id);
        if (tree == null) {
            tree = Collections.unmodifiableMap(parsed(content(id, "tree"), name -> true));
            trees.put(id, tree);
        }
        return tree;
    }

    /** What a tree has of these names, which is not kept. */
    Map<String, TreeEntry> some(String id, Predicate<String> wanted) throws IOException {
        return parsed(content(id, "tree"), wanted);
    }

    byte[] blob(String id) throws IOException {
        return content(id, "blob");
    }

    private byte[] content(String id, String type) throws IOException {
        return objects.get(id)
                .filter(object -> object.isA(type))
                .orElseThrow(() -> new IOException("git has no " + type + " " + id))
                .bytes();
    }

    private Map<String, TreeEntry> parsed(byte[] bytes, Predicate<String> wanted) {
        Map<String, TreeEntry> entries = new TreeMap<>();
        int at = 0;
        while (at < bytes.length) {
            int space = next(bytes, at, ' ');
            int end = next(bytes, space, '\0');
            String mode = new String(bytes, at, space - at, StandardCharsets.US_ASCII);
            String name = new String(bytes, space + 1, end - space - 1, StandardCharsets.UTF_8);
            at = end + 1 + idBytes;
            if (wanted.test(name) && name.indexOf('\\') < 0 && name.chars().noneMatch(Character::isISOControl)) {
                entries.put(
                        name, new TreeEntry(Kind.ofMode(mode), HexFormat.of().formatHex(bytes, end + 1, at)));
            }
        }
        return entries;
    }

    private static int next(byte[] bytes, int from, char wanted) {
        int at = from;
        while (bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
