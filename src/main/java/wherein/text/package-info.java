/**
 * Where in a text?
 *
 * <p>In: a string. Out: {@link wherein.text.Span spans} of it in UTF-16 positions, and their {@link
 * wherein.text.CodePoints code points} wherever a span leaves the program. Imports nothing of ours, and everything of
 * ours may import it.
 */
package wherein.text;
