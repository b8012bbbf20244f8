package io.github.dagsterfleet.release;

/** What moves along the order of environments. */
interface EnvironmentalMaterial extends Material {
    Pins pins();

    /** Whether the tree has it in an environment. */
    boolean isIn(String environment);

    @Override
    default Stage before() {
        return Stage.before(this);
    }
}
