/**
 * How is it told?
 *
 * <p>In: a document. Out: its mentions of one type, by rules and word lists. Word lists are resources. Start at {@link
 * wherein.recognise.Recognisers}.
 */
package wherein.recognise;
