/**
 * Which states does a text speak of?
 *
 * <p>In: a document's tokens. Out: {@link wherein.mention.Mention.Country} mentions: names, demonyms, cities and
 * governments, in English and Russian with their inflections, and the names that CLDR has in other languages. A form is
 * looked up in the {@link wherein.recognise.country.Gazetteer}, a trie of tokens filled from the word lists beside this
 * package; what may mean several things is decided by evidence in the document. Start at {@link
 * wherein.recognise.country.Countries}; to turn a reader's word into a code and back, at {@link
 * wherein.recognise.country.CountryNames}.
 */
package wherein.recognise.country;
