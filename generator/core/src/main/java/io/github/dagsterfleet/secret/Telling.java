package io.github.dagsterfleet.secret;

/** Names that say of what stands under them that it is secret: {@code DB_PASSWORD}, {@code apiToken}, {@code dsn}. */
enum Telling {
    NOTHING,
    /** A token or a key: somebody's machine made it, and it is long. */
    TOKEN,
    /** A password: somebody may have made it up. */
    PASSWORD;
}
