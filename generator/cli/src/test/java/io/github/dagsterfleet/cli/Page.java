package io.github.dagsterfleet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page of Markdown, cut at its headings and fences. */
record Page(String title, Map<String, Section> sections) {
    /** Fenced blocks by the file that they name, and those that name none by their language. */
    record Section(Map<String, String> files, Map<String, String> blocks, String prose) {
        Optional<String> block(String language) {
            return Optional.ofNullable(blocks.get(language));
        }
    }

    static Page parse(String text) {
        Map<String, Section> sections = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        String heading = "";
        List<String> body = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            fenced ^= line.startsWith("```");
            if (!fenced && line.startsWith("## ")) {
                sections.put(heading, section(body));
                heading = line.substring(3);
                body.clear();
            } else {
                body.add(line);
            }
        }
        sections.put(heading, section(body));
        return new Page(lines.get(0), sections);
    }

    private static Section section(List<String> lines) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> blocks = new LinkedHashMap<>();
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("```")) {
                prose.append(line).append('\n');
                continue;
            }
            StringBuilder block = new StringBuilder();
            for (i++; !lines.get(i).equals("```"); i++) {
                block.append(lines.get(i)).append('\n');
            }
            String[] words = line.substring(3).split(" ", 2);
            if (words.length == 2) {
                files.put(words[1], block.toString());
            } else {
                blocks.put(words[0], block.toString());
            }
        }
        return new Section(files, blocks, prose.toString().strip());
    }
}
