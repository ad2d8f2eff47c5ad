package wherein.api;

/**
 * Which program answers.
 *
 * @param version such as {@code 0.1.0}
 * @param commit that it was built from; {@code unknown} where nobody knows
 */
public record Build(String version, String commit) {}
