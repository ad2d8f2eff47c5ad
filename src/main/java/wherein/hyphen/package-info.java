/**
 * Where does a word go on?
 *
 * <p>In: a text. Out: the {@link wherein.text.Reading} of it, in which no word is broken by the end of a line, a column or a page,
 * and which knows the place of each character in the text as stored. Whoever cuts words or recognises what they say reads that,
 * and so finds the same. Start at {@link wherein.hyphen.Hyphens}.
 */
package wherein.hyphen;
