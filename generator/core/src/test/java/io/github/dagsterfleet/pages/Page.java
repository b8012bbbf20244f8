package io.github.dagsterfleet.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One page about one finding code, as its README describes them. */
record Page(Path file, String text) {
    /** Surefire runs tests in the folder of their module. */
    static final Path FOLDER = Path.of("..", "docs", "findings");

    /** A place of one machine. */
    static final String ABSOLUTE_PATH = "[ `'\"]/(tmp|home|work|root|Users|var)/";

    private static final String FENCE = "```";

    /** A fenced block: what stands behind its fence, and its lines from {@code start} to {@code end} of the page. */
    record Block(String info, String content, int start, int end) {
        /** Whether it is a screen, and not a file named by its fence. */
        boolean isScreen() {
            return info.equals("text");
        }
    }

    /** Every page, sorted by code. */
    static List<Page> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Page::isPage).sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && !FOLDER.equals(file.getParent());
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code whose page this is, by its place. */
    String code() {
        return FOLDER.relativize(file).toString().replace('\\', '/').replaceAll("\\.md$", "");
    }

    /** The headings, in order, with their marks. */
    List<String> headings() {
        List<String> headings = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines()) {
            if (line.startsWith(FENCE)) {
                fenced = !fenced;
            } else if (!fenced && line.startsWith("#")) {
                headings.add(line);
            }
        }
        return headings;
    }

    /** What is written and done below a heading. */
    Scene scene(String heading) {
        Scene scene = new Scene();
        blocks(heading).stream()
                .filter(block -> !block.isScreen())
                .forEach(block -> scene.add(block.info, block.content));
        return scene;
    }

    /** What is printed then. */
    String screen() {
        return screenBlock().map(Block::content).orElse("");
    }

    /** The same page with another screen. */
    Page withScreen(String screen) {
        Block block = screenBlock().orElseThrow(() -> new IllegalStateException(file + " has no text block"));
        List<String> lines = new ArrayList<>(lines().subList(0, block.start));
        screen.lines().forEach(lines::add);
        lines.addAll(lines().subList(block.end, lines().size()));
        return new Page(file, String.join("\n", lines) + "\n");
    }

    private Optional<Block> screenBlock() {
        return blocks("## Bad").stream().filter(Block::isScreen).findFirst();
    }

    private List<Block> blocks(String heading) {
        List<String> lines = lines();
        List<Block> blocks = new ArrayList<>();
        String below = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int start = i + 1;
                int end = start;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                if (below.equals(heading)) {
                    String content = String.join("\n", lines.subList(start, end));
                    blocks.add(new Block(
                            line.substring(FENCE.length()), content.isEmpty() ? "" : content + "\n", start, end));
                }
                i = end;
            } else if (line.startsWith("## ")) {
                below = line;
            }
        }
        return blocks;
    }

    private List<String> lines() {
        return text.lines().toList();
    }

    @Override
    public String toString() {
        return code();
    }
}
