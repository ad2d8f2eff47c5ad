/**
 * Who is named?
 *
 * <p>In: a document's tokens and what the recognisers before found. Out: its {@link wherein.mention.Mention.Person
 * persons}, each with the fullest name that the document has for that person, so that a surname alone leads to the full
 * name. Capitalised runs are cut into units ({@code Units}), a small model trained on openly licensed texts says which
 * units are parts of a name ({@code Tagger}), rules trim, add and veto ({@code PersonNameRules}), and {@code Linker} joins
 * the names of one person. Start at {@link wherein.recognise.person.People}; {@link
 * wherein.recognise.person.PersonNames} compares names across scripts and spellings.
 */
package wherein.recognise.person;
