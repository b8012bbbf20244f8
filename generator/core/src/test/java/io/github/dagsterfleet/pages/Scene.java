package io.github.dagsterfleet.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to lay over the standard workspace, and commands to give there. */
final class Scene {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>();

    Map<String, byte[]> files() {
        return files;
    }

    List<String> commands() {
        return commands;
    }

    void file(String path, byte[] content) {
        files.put(path, content);
    }

    /** Commands as a terminal shows them, each after {@code $}. */
    void transcript(String lines) {
        for (String line : lines.lines().toList()) {
            if (!line.startsWith("$ ")) {
                throw new IllegalArgumentException("a command begins with `$ `: " + line);
            }
            commands.add(line.substring(2));
        }
    }

    /** Takes a block by what stands behind its fence: {@code console}, {@code <language> <file>}, {@code bytes <file>}. */
    void add(String info, String content) {
        String[] words = info.split(" ", 2);
        if (info.equals("console")) {
            transcript(content);
        } else if (words.length < 2) {
            throw new IllegalArgumentException("a block names its file: " + info);
        } else {
            file(words[1], words[0].equals("bytes") ? unescaped(content) : content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What Markdown cannot hold is written {@code \xNN}, a byte each. */
    private static byte[] unescaped(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            if (content.startsWith("\\x", i)) {
                bytes.write(Integer.parseInt(content.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                bytes.writeBytes(content.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
