package io.github.dagsterfleet.dagster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pairs of CPU and memory that Fargate offers, from the task sizes of its developer guide. */
final class FargateSizes {
    private static final List<Size> SIZES = List.of(
            new Size(256, 512, 2_048, 512),
            new Size(512, 1_024, 4_096, 1_024),
            new Size(1_024, 2_048, 8_192, 1_024),
            new Size(2_048, 4_096, 16_384, 1_024),
            new Size(4_096, 8_192, 30_720, 1_024),
            new Size(8_192, 16_384, 61_440, 4_096),
            new Size(16_384, 32_768, 122_880, 8_192));

    private FargateSizes() {}

    /** Memory of one CPU size in MiB, both ends included. */
    private record Size(long cpu, long least, long most, long step) {
        boolean has(long memory) {
            // The smallest CPU comes with 512, 1024 and 2048, not with 1536.
            return memory >= least && memory <= most && memory % step == 0 && !(cpu == 256 && memory == 1_536);
        }

        String words() {
            if (cpu == 256) {
                return "with 256 CPU units write 512, 1024 or 2048";
            }
            return "with " + cpu + " CPU units write " + least + " to " + most + " in steps of " + step;
        }
    }

    /** What to write instead; empty when the pair is offered. */
    static Optional<String> check(long cpu, long memory) {
        for (Size size : SIZES) {
            if (size.cpu == cpu) {
                return size.has(memory) ? Optional.empty() : Optional.of(size.words());
            }
        }
        return Optional.of("choose CPU units among "
                + SIZES.stream().map(size -> Long.toString(size.cpu)).collect(Collectors.joining(", ")));
    }
}
