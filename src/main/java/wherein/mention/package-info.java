/**
 * What is spoken of?
 *
 * <p>In: a document's text, its language and its date. Out: its {@link wherein.mention.Mention mentions}, each a span
 * with a normalised value. Start at {@link wherein.mention.Annotator}; the recognisers themselves live in {@code
 * wherein.recognise}.
 */
package wherein.mention;
