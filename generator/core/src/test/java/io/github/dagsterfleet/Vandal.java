package io.github.dagsterfleet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Damages files as people, editors and merges do, the same way for the same seed. */
final class Vandal {
    private static final List<String> TOKENS = List.of(
            "null",
            "~",
            "on",
            "012",
            "1.10",
            "12:30",
            "-",
            "- x",
            "x: y",
            "{",
            "}",
            "[",
            "]",
            "[]",
            "{}",
            "\"",
            "'",
            ":",
            "#",
            "\t",
            "\r",
            "\u0000",
            "\u00e9",
            "\ud83d\ude80",
            "&a",
            "*a",
            "<<: *a",
            "!!str x",
            "---",
            "...",
            "%",
            "|",
            "${",
            "${vars.x}",
            "${vars.loop}",
            "$${x}",
            "${repo.name}",
            "${location.name}",
            "{$remove: true}",
            "{$remove: [x]}",
            "{$reset: base}",
            "{$reset: repo}",
            "{$replace: x}",
            "{$lock: x, $reason: y}",
            "{$append: [x]}",
            "{$merge: [x]}",
            "$x",
            "$$x",
            "env: {A: {secret: x#y}}",
            "agent: ecs",
            "profiles: [gpu]",
            "environments: [dev]",
            "locations: {x: {code_source: {module_name: x}}}",
            "vars: {loop: \"${vars.loop}\"}",
            "-1",
            "99999999999999999999",
            "<#if x>",
            "</#list>",
            "[=x]",
            "<@emit node=env/>",
            "<@header/>",
            "../../x",
            "<<<<<<< ours",
            "=======");

    private static final List<String> NAMES = List.of("x.yaml", "qa.yaml", "repo.yaml", "x.ftl");

    private final Random random;

    Vandal(long seed) {
        this.random = new Random(seed);
    }

    /** The same files with one to three damages. */
    Map<String, byte[]> damage(Map<String, byte[]> files) {
        Map<String, byte[]> damaged = new TreeMap<>(files);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String file = any(List.copyOf(damaged.keySet()));
            byte[] content = contentOf(file, damaged);
            switch (random.nextInt(24)) {
                case 0 -> damaged.remove(file);
                case 1 -> damaged.put(file, contentOf(any(List.copyOf(damaged.keySet())), damaged));
                case 2 -> damaged.put(file, Arrays.copyOf(content, random.nextInt(content.length + 1)));
                case 3 -> damaged.put(file, flipped(content));
                case 4 -> {
                    damaged.remove(file);
                    damaged.put(file.replaceFirst("[^/]+$", any(NAMES)), content);
                }
                default ->
                    damaged.put(
                            file,
                            lines(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return damaged;
    }

    private static byte[] contentOf(String file, Map<String, byte[]> files) {
        return files.getOrDefault(file, new byte[0]);
    }

    private byte[] flipped(byte[] content) {
        byte[] copy = content.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, any(lines));
            case 2 -> lines.add(at, line);
            case 3 -> lines.set(at, "  " + line);
            case 4 -> lines.set(at, line.replaceFirst("^ {2}", ""));
            case 5 -> lines.set(at, withValue(line, any(TOKENS)));
            case 6 -> lines.set(at, misspelt(line));
            case 7 -> lines.add(at, " ".repeat(2 * random.nextInt(4)) + any(TOKENS));
            default -> {
                int cut = random.nextInt(line.length() + 1);
                lines.set(at, line.substring(0, cut) + any(TOKENS) + line.substring(cut));
            }
        }
        return String.join("\n", lines);
    }

    private static String withValue(String line, String value) {
        int colon = line.indexOf(": ");
        return colon < 0 ? line + value : line.substring(0, colon + 2) + value;
    }

    private String misspelt(String line) {
        if (line.length() < 2) {
            return line;
        }
        int at = random.nextInt(line.length() - 1);
        return line.substring(0, at) + line.charAt(at + 1) + line.charAt(at) + line.substring(at + 2);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
