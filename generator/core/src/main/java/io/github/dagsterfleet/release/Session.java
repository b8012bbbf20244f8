package io.github.dagsterfleet.release;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.ShellWord;
import java.util.List;

/**
 * What is typed to bring one repo's code to one deployment, or to take it out: lines for a POSIX shell in a checkout of the
 * repo. They are those that its workflow runs.
 *
 * @param commands in the order in which they are run
 * @param images the variables that the lines take images from, each {@code TAG@sha256:DIGEST}
 */
public record Session(List<String> commands, List<String> images) {
    public Session {
        commands = List.copyOf(commands);
        images = List.copyOf(images);
    }

    /** The same with the image of a repo that builds one, where its variable stands. */
    Session running(String image) {
        if (images.size() != 1) {
            return this;
        }
        String variable = "\"$" + images.get(0) + "\"";
        return new Session(
                commands.stream()
                        .map(command -> command.replace(variable, ShellWord.of(image)))
                        .toList(),
                List.of());
    }

    Session redacted(Redaction redaction) {
        return new Session(commands.stream().map(redaction::of).toList(), images);
    }
}
