package io.github.dagsterfleet.source.git;

/** One object as git stores it. */
final class GitObject {
    private final String type;
    private final byte[] bytes;

    /** @param type {@code blob}, {@code tree}, {@code commit} or {@code tag} */
    GitObject(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    boolean isA(String wanted) {
        return type.equals(wanted);
    }

    /** {@code blob}, {@code tree}, {@code commit} or {@code tag}. */
    String type() {
        return type;
    }

    /** Not to be written to. */
    byte[] bytes() {
        return bytes;
    }
}
