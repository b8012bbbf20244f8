package io.github.dagsterfleet.syntax.format;

import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/** Finds the format by the file's name. */
public final class Formats {
    private Formats() {}

    /** The format of a file, by its last extension; {@code .env.example} is dotenv. Empty for every other name. */
    public static Optional<Format> of(SourcePath file) {
        String name = file.fileName();
        return switch (name.substring(Math.max(0, name.lastIndexOf('.')))) {
            case ".yaml", ".yml" -> Optional.of(YamlFormat.INSTANCE);
            case ".toml" -> Optional.of(TomlFormat.INSTANCE);
            case ".json" -> Optional.of(JsonFormat.INSTANCE);
            case ".env" -> Optional.of(DotenvFormat.INSTANCE);
            case ".example" -> name.endsWith(".env.example") ? Optional.of(DotenvFormat.INSTANCE) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
