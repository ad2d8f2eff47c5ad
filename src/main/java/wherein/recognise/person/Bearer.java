package wherein.recognise.person;

/**
 * What stands beside a name and says whose it is, among those who share it.
 *
 * @param generation as {@link Generation#of} has it; empty where there is none
 * @param gender as the title before says
 */
record Bearer(String generation, Honorifics.Gender gender) {

    /** Of whom nothing is said. */
    static final Bearer ANYBODY = new Bearer("", Honorifics.Gender.UNKNOWN);

    /** Whether the two cannot be one person. */
    boolean conflicts(Bearer other) {
        return !generation.isEmpty() && !other.generation.isEmpty() && !generation.equals(other.generation)
                || gender.conflicts(other.gender);
    }

    /** What is known of a person of whom both are said. */
    Bearer with(Bearer other) {
        return new Bearer(
                generation.isEmpty() ? other.generation : generation,
                gender == Honorifics.Gender.UNKNOWN ? other.gender : gender);
    }

    /** Whether the bearer has a number, as rulers do. */
    boolean reigns() {
        return !generation.isEmpty() && Character.isDigit(generation.charAt(0));
    }
}
