/**
 * Which lines to show?
 *
 * <p>In: a text and what matched in it. Out: {@link wherein.snippet.Snippet snippets}, and their HTML. Start at {@link
 * wherein.snippet.Snippeter}.
 */
package wherein.snippet;
